package io.tidemark.deliver.chat;

import io.tidemark.bank.BranchId;
import io.tidemark.deliver.Message;
import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.InDoubt;
import io.tidemark.deliver.Submission.Refused;
import io.tidemark.deliver.chat.ChatProperties.Group;
import io.tidemark.deliver.chat.ChatProperties.Kind;
import io.tidemark.web.Answer;
import io.tidemark.web.Outbound;
import io.tidemark.web.OutboundRequest;
import io.tidemark.web.OutboundRequest.Bytes;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** Speaks in one group of the chat. */
final class Robot {
    private static final Duration UNSAID = Duration.ofMinutes(1);
    private static final Map<String, String> HEADERS = Map.of(HttpHeaders.CONTENT_TYPE, "application/json");

    private final Group group;
    private final Dialect dialect;
    private final Allowance allowance;
    private final Outbound outbound;
    private final Clock clock;

    Robot(Group group, Outbound outbound, Clock clock) {
        this.group = group;
        this.dialect = group.kind() == Kind.WECOM
                ? new WeCom(group.words().format())
                : new Generic(group.words().body());
        this.allowance = new Allowance(group.perMinute());
        this.outbound = outbound;
        this.clock = clock;
    }

    /** Whether the group is for the branch's people; null asks for the one for everybody else. */
    boolean isOf(@Nullable BranchId branch) {
        return Objects.equals(group.branch(), branch == null ? null : branch.value());
    }

    /** Zero if it may speak, once; otherwise how long it must be silent. */
    Duration mayNotSpeakFor() {
        return allowance.take(clock.instant());
    }

    Mono<Submission> speak(Message message) {
        return Mono.fromSupplier(() -> new OutboundRequest(
                        HttpMethod.POST,
                        URI.create(group.url()),
                        HEADERS,
                        new Bytes(dialect.write(message)),
                        group.timeout()))
                .flatMap(outbound::send)
                .map(outcome -> outcome.as(
                        this::heard, () -> Refused.because(Reason.UNREACHABLE), () -> new InDoubt(Reason.NO_ANSWER)));
    }

    private Submission heard(Answer answer) {
        Instant now = clock.instant();
        Submission submission = dialect.read(answer, now);
        if (submission instanceof Refused refused && refused.reason() == Reason.THROTTLED) {
            Duration silence = Objects.requireNonNullElse(refused.retryAfter(), UNSAID);
            allowance.close(now.plus(silence));
            return new Refused(Reason.THROTTLED, silence);
        }
        return submission;
    }
}
