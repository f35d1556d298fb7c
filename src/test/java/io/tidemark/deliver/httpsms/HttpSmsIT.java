package io.tidemark.deliver.httpsms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.Gateway;
import io.tidemark.deliver.Gateways;
import io.tidemark.deliver.Message;
import io.tidemark.deliver.Message.Recipient;
import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Receipt;
import io.tidemark.deliver.Receipt.State;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.Accepted;
import io.tidemark.deliver.Submission.InDoubt;
import io.tidemark.deliver.Submission.Refused;
import io.tidemark.detect.Severity;
import io.tidemark.local.sms.HttpSmsPeer;
import io.tidemark.local.sms.HttpSmsPeer.Conduct;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** A provider of SMS over HTTP: what it gets, what is made of its answers, and the receipts that it brings. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpSmsIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    private final HttpSmsPeer peer = new HttpSmsPeer(CLOCK);
    private final ReactiveWebServerApplicationContext service = start(settings());
    private final List<Receipt> kept = new CopyOnWriteArrayList<>();
    private volatile boolean keeperFails;

    @BeforeEach
    void begin() {
        peer.becomes(Conduct.ACCEPTS);
        peer.bringsReceiptsTo(receiptsOf("acme"));
        kept.clear();
        keeperFails = false;
    }

    @AfterAll
    void close() {
        service.close();
        peer.close();
    }

    @Test
    void theProviderGetsWhatIsConfiguredAndNothingBreaksOutOfItsPlace() {
        Message message = message("王* \"跌破\"\n私行线\\ {id} 😀 $1");
        assertThat(submit(message)).isInstanceOf(Accepted.class);

        HttpSmsPeer.Sent sent = last();
        assertThat(sent.phone()).isEqualTo("8613000000000");
        assertThat(sent.text()).isEqualTo("【示例银行】王* \"跌破\"\n私行线\\ {id} 😀 $1");
        assertThat(sent.reference()).isEqualTo(message.id().toString());
        assertThat(sent.headers())
                .containsEntry("idempotency-key", message.id().toString())
                .containsEntry("authorization", "Bearer a-key-of-nobody")
                .containsEntry("content-type", "application/json");
    }

    @Test
    void anAcceptedMessageHasTheProvidersId() {
        assertThat(submit(message("text"))).isEqualTo(new Accepted(List.of(last().id())));
    }

    @Test
    void whoHasNoMobileHasNoAddress() {
        Message nobodys = new Message(
                UUID.randomUUID(),
                new Recipient(new ManagerId("M-1"), null, null, Locale.ENGLISH),
                "K7Q2M9",
                Severity.HIGH,
                "text",
                1,
                CLOCK.instant());
        assertThat(submit(nobodys)).isEqualTo(Refused.because(Reason.NO_ADDRESS));
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSES_THE_NUMBER, BAD_ADDRESS,",
        "REFUSES_THE_KEY, NOT_ALLOWED,",
        "THROTTLES_BY_STATUS, THROTTLED, PT7S",
        "THROTTLES_BY_CODE, THROTTLED,",
        "SAYS_WHAT_NOBODY_KNOWS, OTHER,",
        "IS_DOWN, GATEWAY_FAULT,",
        "SENDS_ELSEWHERE, OTHER,"
    })
    void aRefusalSaysWhyAndWhenToComeBack(Conduct conduct, Reason reason, Duration retryAfter) {
        int before = peer.sent().size();
        peer.becomes(conduct);

        assertThat(submit(message("text"))).isEqualTo(new Refused(reason, retryAfter));
        assertThat(peer.sent()).hasSize(before + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "DROPS, NO_ANSWER",
        "NEVER_ANSWERS, NO_ANSWER",
        "BABBLES, OTHER",
        "TALKS_WITHOUT_END, OTHER",
        "IS_BEHIND_A_PROXY_THAT_GAVE_UP, GATEWAY_FAULT"
    })
    void whatMayHaveBeenTakenIsInDoubtAndIsNotSentAgain(Conduct conduct, Reason reason) {
        int before = peer.sent().size();
        peer.becomes(conduct);

        assertThat(submit(message("text"))).isEqualTo(new InDoubt(reason));
        assertThat(peer.sent()).hasSize(before + 1);
    }

    @Test
    void aProviderThatIsNotThereIsUnreachable() {
        HttpSmsPeer gone = new HttpSmsPeer(CLOCK);
        Map<String, String> settings = gone.settings("gone", 0);
        gone.close();
        try (ReactiveWebServerApplicationContext other = start(settings)) {
            assertThat(submit(other, message("text"))).isEqualTo(Refused.because(Reason.UNREACHABLE));
        }
    }

    @Test
    void aReceiptIsAnsweredWhenItIsKept() {
        whileReceiptsAreKept(() -> {
            assertThat(bring(peer.receipt("s-1", "DELIVERED"))).isEqualTo(204);
            assertThat(kept)
                    .containsExactly(new Receipt(
                            "acme", "s-1", State.DELIVERED, null, "+8613000000000", CLOCK.instant(), CLOCK.instant()));
        });
    }

    @Test
    void receiptsComeTwiceInAnyOrderAndManyAtOnce() {
        whileReceiptsAreKept(() -> {
            String batch = "[" + peer.receipt("s-2", "DEAD") + "," + peer.receipt("s-1", "ON_ITS_WAY") + ","
                    + peer.receipt("s-1", "LAPSED") + "]";
            assertThat(bring(batch)).isEqualTo(204);
            assertThat(bring(batch)).isEqualTo(204);
            assertThat(kept).hasSize(6);
            assertThat(kept.subList(0, 3))
                    .extracting(Receipt::part, Receipt::state, Receipt::failure)
                    .containsExactly(
                            tuple("s-2", State.FAILED, Reason.UNDELIVERABLE),
                            tuple("s-1", State.UNKNOWN, null),
                            tuple("s-1", State.EXPIRED, null));
        });
    }

    @Test
    void aReceiptMayComeBeforeTheAnswer() {
        whileReceiptsAreKept(() -> {
            peer.becomes(Conduct.BRINGS_THE_RECEIPT_FIRST);
            Submission submission = submit(message("text"));

            assertThat(kept).hasSize(1);
            assertThat(submission).isEqualTo(new Accepted(List.of(kept.get(0).part())));
        });
    }

    @Test
    void aReceiptThatCannotBeKeptIsNotAnsweredAsKept() {
        whileReceiptsAreKept(() -> {
            keeperFails = true;
            assertThat(bring(peer.receipt("s-1", "DELIVERED"))).isEqualTo(500);
        });
    }

    @Test
    void whileNobodyKeepsReceiptsTheProviderIsAskedToComeBack() {
        assertThat(bring(peer.receipt("s-1", "DELIVERED"))).isEqualTo(503);
    }

    @Test
    void whatIsReadableInABatchIsKeptAndTheRestIsComplainedOf() {
        whileReceiptsAreKept(() -> {
            assertThat(bring("[{\"id\":\"s-1\"}," + peer.receipt("s-2", "DELIVERED") + ",7]"))
                    .isEqualTo(400);
            assertThat(kept).extracting(Receipt::part).containsExactly("s-2");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "7", "\"s-1\"", "null", "{}"})
    void whatIsNoReceiptIsRefused(String body) {
        whileReceiptsAreKept(() -> assertThat(bring(body)).isEqualTo(400));
    }

    @Test
    void whoDoesNotKnowTheSecretIsNotHeard() {
        String body = peer.receipt("s-1", "DELIVERED");
        String now = Long.toString(CLOCK.instant().getEpochSecond());
        String right = peer.signature(now, body);
        whileReceiptsAreKept(() -> {
            assertThat(peer.bring(body, now, "0".repeat(64)).join()).isEqualTo(401);
            assertThat(peer.bring(body, now, "").join()).isEqualTo(401);
            assertThat(peer.bring(body + " ", now, right).join()).isEqualTo(401);
            assertThat(peer.bring(body, now + "1", right).join()).isEqualTo(401);
            assertThat(peer.bring(body, now, "sha256=" + right).join()).isEqualTo(204);
            assertThat(kept).hasSize(1);
        });
    }

    @ParameterizedTest
    @CsvSource({"-301, 401", "-300, 204", "300, 204", "301, 401"})
    void whatWasSignedLongAgoIsNotHeard(long seconds, int status) {
        String body = peer.receipt("s-1", "DELIVERED");
        String then = Long.toString(CLOCK.instant().plusSeconds(seconds).getEpochSecond());
        whileReceiptsAreKept(() -> assertThat(
                        peer.bring(body, then, peer.signature(then, body)).join())
                .isEqualTo(status));
    }

    @Test
    void noMoreIsReadThanReceiptsNeed() {
        whileReceiptsAreKept(
                () -> assertThat(bring("[" + " ".repeat(64 * 1024) + "]")).isEqualTo(413));
    }

    @Test
    void aGatewayThatIsNotThereTakesNoReceipts() {
        peer.bringsReceiptsTo(receiptsOf("nobody"));
        assertThat(bring(peer.receipt("s-1", "DELIVERED"))).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = Conduct.class,
            names = {"ACCEPTS", "DROPS"})
    void aReceiptThatNeverComesHoldsUpNothing(Conduct conduct) {
        peer.becomes(conduct);
        whileReceiptsAreKept(() -> {
            submit(message("text"));
            assertThat(kept).isEmpty();
        });
    }

    private void whileReceiptsAreKept(Runnable story) {
        Disposable running = gateway(service).run(this::keep).subscribe();
        try {
            story.run();
        } finally {
            running.dispose();
            await().atMost(SOON).until(() -> bring(peer.receipt("s-0", "DELIVERED")) != 204);
        }
    }

    private Mono<Void> keep(Receipt receipt) {
        return keeperFails
                ? Mono.error(new IllegalStateException("the database is away"))
                : Mono.fromRunnable(() -> kept.add(receipt));
    }

    private int bring(String body) {
        return peer.bring(body).join();
    }

    private HttpSmsPeer.Sent last() {
        return peer.sent().get(peer.sent().size() - 1);
    }

    private Submission submit(Message message) {
        return submit(service, message);
    }

    private static Submission submit(ReactiveWebServerApplicationContext at, Message message) {
        return Objects.requireNonNull(gateway(at).submit(message).block(SOON));
    }

    private static Gateway gateway(ReactiveWebServerApplicationContext at) {
        return at.getBean(Gateways.class).configured().get(0);
    }

    private String receiptsOf(String gateway) {
        int port = Objects.requireNonNull(service.getWebServer()).getPort();
        return "http://127.0.0.1:" + port + "/api/v1/receipts/" + gateway;
    }

    private static Message message(String text) {
        return new Message(
                UUID.randomUUID(),
                new Recipient(new ManagerId("M-1"), null, "+8613000000000", Locale.SIMPLIFIED_CHINESE),
                "K7Q2M9",
                Severity.HIGH,
                text,
                1,
                CLOCK.instant().plus(Duration.ofHours(1)));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(peer.settings("acme", 0));
        settings.put("tidemark.deliver.http-sms[0].request.timeout", "5s");
        return settings;
    }

    private static ReactiveWebServerApplicationContext start(Map<String, String> settings) {
        SpringApplication service = new SpringApplication(HttpSmsOnly.class);
        service.setRegisterShutdownHook(false);
        Map<String, String> all = new HashMap<>(settings);
        all.put("server.port", "0");
        return (ReactiveWebServerApplicationContext) service.run(all.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new));
    }

    // No configuration by name, so that the whole service does not find it when it looks for its own.
    @EnableAutoConfiguration
    @ComponentScan({"io.tidemark.deliver.httpsms", "io.tidemark.web"})
    static class HttpSmsOnly {

        @Bean
        Clock clock() {
            return CLOCK;
        }

        /** Its own event loops: the shared ones would go away with the first of several services. */
        @Bean
        ReactorResourceFactory ownEventLoops() {
            ReactorResourceFactory own = new ReactorResourceFactory();
            own.setUseGlobalResources(false);
            own.setShutdownQuietPeriod(Duration.ZERO);
            return own;
        }
    }
}
