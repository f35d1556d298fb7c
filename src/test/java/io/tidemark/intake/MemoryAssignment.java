package io.tidemark.intake;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** One taking of a partition in memory. */
final class MemoryAssignment implements MovementSource.Assignment {
    private final MemoryLog log;
    private final int batch;
    private final AtomicReference<@Nullable MemoryReading> latest = new AtomicReference<>();
    private volatile boolean held = true;

    MemoryAssignment(MemoryLog log, int batch) {
        this.log = log;
        this.batch = batch;
    }

    @Override
    public Partition partition() {
        return log.partition();
    }

    @Override
    public boolean isHeld() {
        return held;
    }

    @Override
    public Flux<List<RawRecord>> from(long offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("offset " + offset + " of " + log.partition() + " is negative");
        }
        return Flux.defer(() -> {
            var reading = new MemoryReading(log, batch, offset);
            var before = latest.get();
            if ((before != null && !before.isOver()) || !latest.compareAndSet(before, reading)) {
                return Flux.error(new IllegalStateException(log.partition() + " has its reader already"));
            }
            if (!held) {
                reading.complete();
            }
            return reading.batches();
        });
    }

    @Override
    public void acknowledge(long nextOffset) {
        log.acknowledge(nextOffset);
    }

    void complete() {
        held = false;
        var reading = latest.get();
        if (reading != null) {
            reading.complete();
        }
    }

    void fail(Throwable failure) {
        held = false;
        var reading = latest.get();
        if (reading != null) {
            reading.fail(failure);
        }
    }
}
