package io.tidemark.deliver.cmpp;

import static org.awaitility.Awaitility.await;

import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.Gateway;
import io.tidemark.deliver.Message;
import io.tidemark.deliver.Message.Recipient;
import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.Refused;
import io.tidemark.detect.Severity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.core.Disposable;

/** A gateway of the settings given, that runs until it is closed. */
final class RunningGateway implements AutoCloseable {
    static final String ACCOUNT = "901234";
    static final String MOBILE = "+8613800000000";
    static final Instant NOW = Instant.parse("2026-11-22T06:30:20Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MemoryReceipts receipts = new MemoryReceipts();
    private final Gateway gateway;
    private final Disposable running;

    private RunningGateway(CmppSettings settings) {
        gateway = new CmppGateway(settings, Clock.fixed(NOW, ZoneOffset.UTC));
        running = gateway.run(receipts).subscribe();
    }

    static RunningGateway of(Map<String, Object> settings) {
        return new RunningGateway(settings(settings));
    }

    /** Bound as from a configuration file. */
    static CmppSettings settings(Map<String, Object> given) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "name", "mobile",
                "host", "127.0.0.1",
                "port", 1,
                "source-addr", ACCOUNT,
                "shared-secret", "not-said",
                "service-id", "ALERT",
                "src-id", "10690001",
                "link.backoff-min", "20ms",
                "link.backoff-max", "100ms"));
        all.putAll(given);
        Map<String, Object> prefixed = new HashMap<>();
        all.forEach((key, value) -> prefixed.put("tidemark.deliver.cmpp[0]." + key, value));
        return new Binder(new MapConfigurationPropertySource(prefixed))
                .bind("tidemark.deliver", Bindable.of(CmppProperties.class))
                .get()
                .cmpp()
                .get(0);
    }

    MemoryReceipts receipts() {
        return receipts;
    }

    Gateway gateway() {
        return gateway;
    }

    /** Waits until a message is not refused for want of a connection; what it answers to one that is too late. */
    RunningGateway connected() {
        await().atMost(PATIENCE).until(() -> isRefused(Reason.TOO_LATE));
        return this;
    }

    RunningGateway awaitRefusing(Reason reason) {
        await().atMost(PATIENCE).until(() -> isRefused(reason));
        return this;
    }

    private boolean isRefused(Reason reason) {
        return gateway.submit(message("late", MOBILE, NOW)).block(PATIENCE) instanceof Refused refused
                && refused.reason() == reason;
    }

    @Nullable
    Submission submit(String text) {
        return submit(text, MOBILE);
    }

    @Nullable
    Submission submit(String text, @Nullable String mobile) {
        return gateway.submit(message(text, mobile, NOW.plusSeconds(3_600))).block(PATIENCE);
    }

    CompletableFuture<Submission> submitting(String text) {
        return gateway.submit(message(text, MOBILE, NOW.plusSeconds(3_600))).toFuture();
    }

    private static Message message(String text, @Nullable String mobile, Instant expiresAt) {
        Recipient to = new Recipient(new ManagerId("M-1"), null, mobile, Locale.SIMPLIFIED_CHINESE);
        return new Message(UUID.randomUUID(), to, "A1", Severity.HIGH, text, 1, expiresAt);
    }

    @Override
    public void close() {
        running.dispose();
    }
}
