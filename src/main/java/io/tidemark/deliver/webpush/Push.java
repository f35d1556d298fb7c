package io.tidemark.deliver.webpush;

import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.Accepted;
import io.tidemark.deliver.Submission.InDoubt;
import io.tidemark.deliver.Submission.Refused;
import io.tidemark.web.Answer;
import io.tidemark.web.Outbound;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** One message to one browser. */
final class Push {
    private final Sealing sealing;
    private final Outbound outbound;
    private final Pauses pauses;
    private final Clock clock;

    Push(Sealing sealing, Outbound outbound, Clock clock) {
        this.sealing = sealing;
        this.outbound = outbound;
        this.pauses = new Pauses(clock);
        this.clock = clock;
    }

    /** Never fails for a reason of the push service's. */
    Mono<Pushed> send(Note note, Subscription subscription) {
        return Mono.fromCallable(() -> sealing.seal(note, subscription.browser()))
                // Computes for a while, and the library reads its salt from the kernel's random device, which may
                // block.
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(outbound::send)
                .map(outcome -> outcome.as(
                        answer -> read(answer, subscription.host()),
                        () -> Refused.because(Reason.UNREACHABLE),
                        () -> new InDoubt(Reason.NO_ANSWER)))
                .as(sent -> unlessPaused(subscription.host(), sent))
                .map(submission -> new Pushed(subscription, submission));
    }

    private Mono<Submission> unlessPaused(String host, Mono<Submission> sent) {
        return Mono.defer(() -> {
            Duration left = pauses.left(host);
            return left == null ? sent : Mono.just(new Refused(Reason.THROTTLED, left));
        });
    }

    private Submission read(Answer answer, String host) {
        if (answer.isSuccess()) {
            return new Accepted(List.of());
        }
        Duration retryAfter = answer.retryAfter(clock.instant());
        Reason reason = reason(answer.status());
        if (reason == Reason.THROTTLED) {
            pauses.begin(host, retryAfter);
        }
        return new Refused(reason, retryAfter);
    }

    private static Reason reason(int status) {
        return switch (status) {
            case 404, 410 -> Reason.BAD_ADDRESS;
            case 429 -> Reason.THROTTLED;
            case 400, 413 -> Reason.CONTENT_REFUSED;
            case 401, 403 -> Reason.NOT_ALLOWED;
            // A redirect is none that a push service should send, and none that we follow.
            default -> status >= 500 || status < 400 ? Reason.GATEWAY_FAULT : Reason.OTHER;
        };
    }

    /** What came of it. */
    record Pushed(Subscription to, Submission submission) {
        boolean taken() {
            return submission instanceof Accepted;
        }

        /** The browser will never be there again. */
        boolean gone() {
            return submission instanceof Refused refused && refused.reason() == Reason.BAD_ADDRESS;
        }
    }
}
