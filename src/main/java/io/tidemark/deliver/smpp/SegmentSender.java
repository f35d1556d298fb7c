package io.tidemark.deliver.smpp;

import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Segments;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.Accepted;
import io.tidemark.deliver.Submission.Refused;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Sends the segments of a message one after the other; as many messages at a time as the window has threads. */
final class SegmentSender implements AutoCloseable {
    private static final int RESUMPTIONS = 3;

    private final SmppSettings settings;
    private final Refusals refusals;
    private final BlockingThreads window;
    private final AtomicInteger reference =
            new AtomicInteger(ThreadLocalRandom.current().nextInt());

    SegmentSender(SmppSettings settings) {
        this.settings = settings;
        this.refusals = new Refusals(settings.timing().throttlePause());
        this.window = new BlockingThreads("smpp-" + settings.name(), settings.window());
    }

    Mono<Submission> send(Binding binding, Envelope envelope, String text) {
        Segments segments = segments(text, reference.incrementAndGet());
        return rest(new Outgoing(binding, envelope, segments), List.of(), RESUMPTIONS);
    }

    int parts(String text) {
        return segments(text, 0).parts().size();
    }

    private Segments segments(String text, int reference) {
        return Segments.of(settings.preamble() + text, reference, settings.maxParts());
    }

    /** What is left of a message of which some segments were taken. */
    private Mono<Submission> rest(Outgoing message, List<String> taken, int resumptions) {
        if (taken.size() == message.segments().parts().size()) {
            return Mono.just(accepted(taken));
        }
        return segment(message, taken.size()).flatMap(answer -> {
            if (answer instanceof Accepted accepted) {
                return rest(message, added(taken, accepted), resumptions);
            }
            if (resumptions > 0 && !taken.isEmpty() && isThrottled(answer)) {
                return Mono.delay(pause()).then(Mono.defer(() -> rest(message, taken, resumptions - 1)));
            }
            return Mono.just(answer);
        });
    }

    private Mono<Submission> segment(Outgoing message, int which) {
        Duration patience = settings.timing().submitTimeout();
        SegmentCall call = new SegmentCall(message.binding(), patience, () -> message.submit(which, refusals, ids()));
        return call.answered(window.scheduler())
                .onErrorResume(
                        RejectedExecutionException.class, full -> Mono.just(new Refused(Reason.THROTTLED, pause())));
    }

    private MessageIds ids() {
        return settings.receipts().messageIdFormat();
    }

    private Duration pause() {
        return settings.timing().throttlePause();
    }

    private static boolean isThrottled(Submission answer) {
        return answer instanceof Refused refused && refused.reason() == Reason.THROTTLED;
    }

    private static List<String> added(List<String> taken, Accepted accepted) {
        return Stream.concat(taken.stream(), accepted.parts().stream()).toList();
    }

    /** Without ids there will be no receipts that could be told apart. */
    private static Submission accepted(List<String> ids) {
        return new Accepted(ids.stream().anyMatch(String::isEmpty) ? List.of() : ids);
    }

    @Override
    public void close() {
        window.close();
    }
}
