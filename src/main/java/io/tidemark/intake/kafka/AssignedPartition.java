package io.tidemark.intake.kafka;

import io.tidemark.intake.MovementSource;
import io.tidemark.intake.Partition;
import io.tidemark.intake.RawRecord;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;
import reactor.core.scheduler.Schedulers;

/**
 * One taking of a partition. Its reader says what it wants (from where, enough for now, no more) and wakes the
 * consumer; the consumer's thread looks at that before each poll and does it, so that nothing needs a lock and no order
 * given to the consumer can come too late.
 */
final class AssignedPartition implements MovementSource.Assignment {
    private static final long NONE = -1;

    private final Consumer<?, ?> consumer;
    private final TopicPartition partition;
    private final Backlog backlog;
    private final AtomicLong start = new AtomicLong(NONE);
    private final AtomicLong acknowledged = new AtomicLong(NONE);
    private final Sinks.Empty<List<RawRecord>> end = Sinks.empty();
    private volatile boolean over;

    // Of the consumer's thread alone:
    private boolean sought;
    private boolean fetching;
    private long shown = NONE;

    AssignedPartition(Consumer<?, ?> consumer, TopicPartition partition, long ahead) {
        this.consumer = consumer;
        this.partition = partition;
        this.backlog = new Backlog(ahead, consumer::wakeup);
    }

    @Override
    public Partition partition() {
        return new Partition(partition.topic(), partition.partition());
    }

    @Override
    public Flux<List<RawRecord>> from(long offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("offset " + offset + " of " + partition + " is negative");
        }
        return Flux.defer(() -> {
            if (!start.compareAndSet(NONE, offset)) {
                return Flux.error(new IllegalStateException(partition + " has its reader already"));
            }
            consumer.wakeup();
            return backlog.batches()
                    .filter(batch -> !over)
                    .takeUntilOther(end.asMono().publishOn(Schedulers.parallel()))
                    .doOnCancel(this::stop);
        });
    }

    private void stop() {
        over = true;
        consumer.wakeup();
    }

    @Override
    public void acknowledge(long nextOffset) {
        acknowledged.accumulateAndGet(nextOffset, Math::max);
    }

    /** Makes the consumer do for this partition what the reader wants by now. */
    void settle() {
        if (!sought && start.get() != NONE) {
            seek(start.get());
        }
        var wanted = sought && !over && !backlog.isFull();
        if (wanted != fetching) {
            fetching = wanted;
            pauseUnless(wanted);
        }
    }

    private void seek(long offset) {
        sought = true;
        if (offset == 0) {
            consumer.seekToBeginning(Set.of(partition));
        } else {
            consumer.seek(partition, offset);
            acknowledge(offset);
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

    void hand(List<? extends ConsumerRecord<byte[], byte[]>> polled) {
        backlog.add(Records.raw(polled), Records.bytes(polled));
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
