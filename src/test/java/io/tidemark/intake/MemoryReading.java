package io.tidemark.intake;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;
import reactor.core.scheduler.Schedulers;

/** One reader of a partition in memory: pulls from the log when asked, and is told when there is more. */
final class MemoryReading {
    private final MemoryLog log;
    private final int batch;
    private final Sinks.Many<Boolean> more = Sinks.many().unicast().onBackpressureBuffer();
    private final Runnable watcher = this::look;
    private final Sinks.Empty<List<RawRecord>> end = Sinks.empty();
    private volatile boolean over;
    private long next;

    MemoryReading(MemoryLog log, int batch, long offset) {
        this.log = log;
        this.batch = batch;
        this.next = offset == 0 ? log.start() : offset;
    }

    boolean isOver() {
        return over;
    }

    Flux<List<RawRecord>> batches() {
        log.watch(watcher);
        return more.asFlux()
                .onBackpressureLatest()
                .publishOn(Schedulers.parallel(), 1)
                .map(any -> read())
                .filter(read -> !read.isEmpty())
                .takeUntilOther(end.asMono().publishOn(Schedulers.parallel()))
                .doFinally(any -> {
                    over = true;
                    log.forget(watcher);
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

    void complete() {
        over = true;
        end.emitEmpty(EmitFailureHandler.FAIL_FAST);
    }

    void fail(Throwable failure) {
        over = true;
        end.emitError(failure, EmitFailureHandler.FAIL_FAST);
    }
}
