package io.tidemark.deliver.smpp;

import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.InDoubt;
import io.tidemark.deliver.Submission.Refused;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * One segment, which waits for a thread, goes out and is answered, unless the connection ends or the time is up before.
 * Whether it had begun to go out decides what is known about it then.
 */
final class SegmentCall {
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Binding binding;
    private final Duration patience;
    private final Supplier<Submission> blocking;
    private final AtomicBoolean decided = new AtomicBoolean();
    private final Sinks.Empty<Void> begun = Sinks.empty();

    SegmentCall(Binding binding, Duration patience, Supplier<Submission> blocking) {
        this.binding = binding;
        this.patience = patience;
        this.blocking = blocking;
    }

    Mono<Submission> answered(Scheduler threads) {
        return Mono.firstWithSignal(
                Mono.fromSupplier(this::begin).subscribeOn(threads),
                binding.ended().then(Mono.fromSupplier(() -> given(Reason.UNREACHABLE))),
                Mono.delay(patience).flatMap(passed -> waited()),
                begun.asMono().then(Mono.delay(patience.plus(GRACE))).map(passed -> stuck()));
    }

    private Submission begin() {
        if (!decide()) {
            return Refused.because(Reason.UNREACHABLE);
        }
        begun.tryEmitEmpty();
        return blocking.get();
    }

    private boolean decide() {
        return decided.compareAndSet(false, true);
    }

    private Submission given(Reason unlessBegun) {
        return decide() ? Refused.because(unlessBegun) : new InDoubt(Reason.NO_ANSWER);
    }

    private Mono<Submission> waited() {
        return decide() ? Mono.just(Refused.because(Reason.THROTTLED)) : Mono.never();
    }

    /** Not even the timeout of the protocol has come: the provider doesn't read, and writing to it blocks for ever. */
    private Submission stuck() {
        Schedulers.boundedElastic().schedule(binding.session()::close);
        return new InDoubt(Reason.NO_ANSWER);
    }
}
