package io.tidemark.intake.kafka;

import io.tidemark.intake.RawRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;
import reactor.core.scheduler.Schedulers;
import reactor.util.concurrent.Queues;

/**
 * What was fetched of a partition before its reader asked for it. The consumer's thread adds and looks whether it is
 * full; the reader takes all there is as one batch, so that a reader who is slow gets larger ones, not more.
 */
final class Backlog {
    private final long limit;
    private final Runnable whenNoLongerFull;
    private final Queue<Polled> waiting = Queues.<Polled>unbounded().get();
    private final AtomicLong bytesWaiting = new AtomicLong();
    private final Sinks.Many<Boolean> added = Sinks.many().unicast().onBackpressureBuffer();

    private record Polled(List<RawRecord> records, long bytes) {}

    /** @param limit in bytes; a single poll may go beyond it, the next one must not be asked for */
    Backlog(long limit, Runnable whenNoLongerFull) {
        this.limit = limit;
        this.whenNoLongerFull = whenNoLongerFull;
    }

    boolean isFull() {
        return bytesWaiting.get() >= limit;
    }

    void add(List<RawRecord> records, long bytes) {
        waiting.add(new Polled(records, bytes));
        bytesWaiting.addAndGet(bytes);
        added.emitNext(true, EmitFailureHandler.FAIL_FAST);
    }

    /** On Reactor's parallel threads: the consumer's own thread never runs what a reader does. */
    Flux<List<RawRecord>> batches() {
        return added.asFlux()
                .onBackpressureLatest()
                .publishOn(Schedulers.parallel(), 1)
                .map(any -> takeAll())
                .filter(batch -> !batch.isEmpty());
    }

    private List<RawRecord> takeAll() {
        var first = waiting.poll();
        if (first == null) {
            return List.of();
        }
        var batch = first.records();
        var bytes = first.bytes();
        var next = waiting.poll();
        if (next != null) {
            batch = new ArrayList<>(batch);
        }
        for (; next != null; next = waiting.poll()) {
            batch.addAll(next.records());
            bytes += next.bytes();
        }
        release(bytes);
        return batch;
    }

    private void release(long bytes) {
        var before = bytesWaiting.getAndAdd(-bytes);
        if (before >= limit && before - bytes < limit) {
            whenNoLongerFull.run();
        }
    }
}
