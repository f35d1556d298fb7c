package io.tidemark.intake.kafka;

import io.tidemark.intake.MovementSource;
import io.tidemark.intake.Partition;
import io.tidemark.intake.RawRecord;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * One taking of a partition. Its reader says what it wants (from where, enough for now, no more) and wakes the
 * consumer; the consumer's thread looks at that before each poll and does it, so that nothing needs a lock and no order
 * given to the consumer can come too late.
 */
final class AssignedPartition implements MovementSource.Assignment {
    private static final long NONE = -1;

    private final Consumer<?, ?> consumer;
    private final TopicPartition partition;
    private final long ahead;
    private final AtomicReference<@Nullable Reading> latest = new AtomicReference<>();
    private final AtomicLong acknowledged = new AtomicLong(NONE);
    private volatile boolean held = true;

    // Of the consumer's thread alone:
    private @Nullable Reading sought;
    private boolean fetching;
    private long shown = NONE;

    /** @param ahead how many bytes may wait for the reader before nothing more is fetched */
    AssignedPartition(Consumer<?, ?> consumer, TopicPartition partition, long ahead) {
        this.consumer = consumer;
        this.partition = partition;
        this.ahead = ahead;
    }

    @Override
    public Partition partition() {
        return new Partition(partition.topic(), partition.partition());
    }

    @Override
    public boolean isHeld() {
        return held;
    }

    @Override
    public Flux<List<RawRecord>> from(long offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("offset " + offset + " of " + partition + " is negative");
        }
        return Flux.defer(() -> {
            var reading = new Reading(offset, new Backlog(ahead, consumer::wakeup));
            var before = latest.get();
            if ((before != null && !before.isOver()) || !latest.compareAndSet(before, reading)) {
                return Flux.error(new IllegalStateException(partition + " has its reader already"));
            }
            if (!held) {
                reading.complete();
            }
            consumer.wakeup();
            return reading.batches(consumer::wakeup);
        });
    }

    @Override
    public void acknowledge(long nextOffset) {
        acknowledged.accumulateAndGet(nextOffset, Math::max);
    }

    /** Makes the consumer do for this partition what the reader wants by now. */
    void settle() {
        var reading = latest.get();
        if (reading != null && reading != sought) {
            seek(reading);
        }
        var wanted = reading != null && reading.wantsMore();
        if (wanted != fetching) {
            fetching = wanted;
            pauseUnless(wanted);
        }
    }

    private void seek(Reading reading) {
        sought = reading;
        if (reading.start() == 0) {
            consumer.seekToBeginning(Set.of(partition));
        } else {
            consumer.seek(partition, reading.start());
            acknowledge(reading.start());
        }
    }

    private void pauseUnless(boolean wanted) {
        if (wanted) {
            consumer.resume(Set.of(partition));
        } else {
            consumer.pause(Set.of(partition));
        }
    }

    /**
     * Without a reader the partition stands still at a position that needs no answer from anybody. It must have one: a
     * consumer asks for the committed offset otherwise, and fails if there is none.
     */
    void rest() {
        fetching = false;
        consumer.pause(Set.of(partition));
        consumer.seek(partition, 0);
    }

    /** What was polled is for whoever it was sought for, who may be gone. */
    void hand(List<? extends ConsumerRecord<byte[], byte[]>> polled) {
        if (sought != null && !sought.isOver()) {
            sought.hand(Records.raw(polled), Records.bytes(polled));
        }
    }

    /** Revoked or lost. */
    void complete() {
        held = false;
        var reading = latest.get();
        if (reading != null) {
            reading.complete();
        }
    }

    /** The reader can't go on; another may begin elsewhere. */
    void failReader(Throwable failure) {
        if (sought != null) {
            sought.fail(failure);
        }
    }

    /** The connection is beyond repair. */
    void fail(Throwable failure) {
        held = false;
        var reading = latest.get();
        if (reading != null) {
            reading.fail(failure);
        }
    }

    /** What is acknowledged and not yet shown to the group counts as shown from here on. */
    long show() {
        var news = acknowledged.get();
        if (news == shown) {
            return NONE;
        }
        shown = news;
        return news;
    }

    void notShown() {
        shown = NONE;
    }
}
