package io.tidemark.intake.kafka;

import io.tidemark.intake.RawRecord;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;
import reactor.core.scheduler.Schedulers;

/** One reader of an assigned partition, from its subscription until it has cancelled, failed or completed. */
final class Reading {
    private final long start;
    private final Backlog backlog;
    private final Sinks.Empty<List<RawRecord>> end = Sinks.empty();
    private volatile boolean over;

    Reading(long start, Backlog backlog) {
        this.start = start;
        this.backlog = backlog;
    }

    long start() {
        return start;
    }

    boolean isOver() {
        return over;
    }

    boolean wantsMore() {
        return !over && !backlog.isFull();
    }

    /** @param whenCancelled called on the reader's thread */
    Flux<List<RawRecord>> batches(Runnable whenCancelled) {
        return backlog.batches()
                .filter(batch -> !over)
                .takeUntilOther(end.asMono().publishOn(Schedulers.parallel()))
                .doOnCancel(() -> {
                    over = true;
                    whenCancelled.run();
                });
    }

    void hand(List<RawRecord> records, long bytes) {
        backlog.add(records, bytes);
    }

    /** Revoked or lost: what is still waiting here is somebody else's now. */
    void complete() {
        over = true;
        end.emitEmpty(EmitFailureHandler.FAIL_FAST);
    }

    void fail(Throwable failure) {
        if (!over) {
            over = true;
            end.emitError(failure, EmitFailureHandler.FAIL_FAST);
        }
    }
}
