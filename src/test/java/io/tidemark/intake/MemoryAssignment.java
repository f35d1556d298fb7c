package io.tidemark.intake;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;
import reactor.core.scheduler.Schedulers;

/** One taking of a partition in memory: pulls from the log when asked, and is told when there is more. */
final class MemoryAssignment implements MovementSource.Assignment {
    private final MemoryLog log;
    private final int batch;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final Sinks.Many<Boolean> more = Sinks.many().unicast().onBackpressureBuffer();
    private final Runnable watcher = this::look;
    private final Sinks.Empty<List<RawRecord>> end = Sinks.empty();
    private volatile boolean over;
    private long next;

    MemoryAssignment(MemoryLog log, int batch) {
        this.log = log;
        this.batch = batch;
    }

    @Override
    public Partition partition() {
        return log.partition();
    }

    @Override
    public Flux<List<RawRecord>> from(long offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("offset " + offset + " of " + log.partition() + " is negative");
        }
        return Flux.defer(() -> {
            if (!taken.compareAndSet(false, true)) {
                return Flux.error(new IllegalStateException(log.partition() + " has its reader already"));
            }
            next = offset == 0 ? log.start() : offset;
            log.watch(watcher);
            return more.asFlux()
                    .onBackpressureLatest()
                    .publishOn(Schedulers.parallel(), 1)
                    .map(any -> read())
                    .filter(read -> !read.isEmpty())
                    .takeUntilOther(end.asMono().publishOn(Schedulers.parallel()))
                    .doFinally(any -> log.forget(watcher));
        });
    }

    private synchronized void look() {
        more.emitNext(true, EmitFailureHandler.FAIL_FAST);
    }

    private List<RawRecord> read() {
        if (over) {
            return List.of();
        }
        var read = log.read(next, batch);
        next += read.size();
        if (!read.isEmpty()) {
            look();
        }
        return read;
    }

    @Override
    public void acknowledge(long nextOffset) {
        log.acknowledge(nextOffset);
    }

    void complete() {
        over = true;
        end.emitEmpty(EmitFailureHandler.FAIL_FAST);
    }

    void fail(Throwable failure) {
        over = true;
        end.emitError(failure, EmitFailureHandler.FAIL_FAST);
    }
}
