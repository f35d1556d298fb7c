package io.tidemark.intake.kafka;

import io.tidemark.intake.MovementSource.Assignment;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;
import reactor.core.scheduler.Schedulers;
import reactor.kafka.receiver.ReceiverPartition;
import reactor.util.concurrent.Queues;

/**
 * A consumer whose partitions each go at their own reader's pace. All of it happens on the one thread that polls, that
 * of reactor-kafka, but for {@link #assignments()} and {@link #whenClosed()}.
 *
 * <p>Records go from the poll straight to their partition and reactor-kafka sees none of them: its own backpressure
 * pauses all partitions for the slowest, and its queue would lie between the fetch and a partition that has been taken
 * away meanwhile.
 */
final class PacedConsumer extends KafkaConsumer<byte[], byte[]> {
    private static final int MOST_PARTITIONS = 1024;

    private final long ahead;
    private final GroupOffsets offsets;
    private final Map<TopicPartition, AssignedPartition> assigned = new HashMap<>();
    private final Sinks.Many<Assignment> assignments = Sinks.many()
            .unicast()
            .onBackpressureBuffer(Queues.<Assignment>get(MOST_PARTITIONS).get());
    private final Sinks.Empty<Void> closed = Sinks.empty();

    PacedConsumer(Map<String, Object> settings, long ahead) {
        super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.ahead = ahead;
        this.offsets = new GroupOffsets(this);
    }

    Flux<Assignment> assignments() {
        return assignments.asFlux().publishOn(Schedulers.parallel());
    }

    /** Completes when the group has been left. */
    Mono<Void> whenClosed() {
        return closed.asMono();
    }

    void assigned(Collection<ReceiverPartition> partitions) {
        for (var each : partitions) {
            var partition = new AssignedPartition(this, each.topicPartition(), ahead);
            partition.rest();
            end(assigned.put(each.topicPartition(), partition));
            assignments.emitNext(partition, EmitFailureHandler.FAIL_FAST);
        }
    }

    void revoked(Collection<ReceiverPartition> partitions) {
        try {
            offsets.show(assigned);
        } finally {
            for (var each : partitions) {
                end(assigned.remove(each.topicPartition()));
            }
        }
    }

    private static void end(@Nullable AssignedPartition partition) {
        if (partition != null) {
            partition.complete();
        }
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        try {
            assigned.values().forEach(AssignedPartition::settle);
            offsets.showNowAndThen(assigned);
            hand(super.poll(timeout));
        } catch (WakeupException wanted) {
            throw wanted; // reactor-kafka polls again, and so looks at what the readers want
        } catch (InvalidOffsetException missing) {
            missing.partitions().forEach(partition -> missing(partition, missing));
        } catch (RuntimeException failure) {
            throw failed(failure);
        } catch (Error failure) {
            throw failed(new KafkaException(failure)); // an Error would end the polling thread without a word
        }
        return ConsumerRecords.empty();
    }

    private RuntimeException failed(RuntimeException failure) {
        assigned.values().forEach(partition -> partition.fail(failure));
        return failure;
    }

    private void hand(ConsumerRecords<byte[], byte[]> polled) {
        for (var partition : polled.partitions()) {
            assigned.get(partition).hand(polled.records(partition));
        }
    }

    private void missing(TopicPartition partition, InvalidOffsetException cause) {
        var taken = assigned.get(partition);
        if (taken != null) {
            taken.failReader(new NotInLog(partition, cause));
            taken.rest();
        }
    }

    @Override
    @SuppressWarnings("deprecation") // the one that reactor-kafka calls
    public void close(Duration timeout) {
        try {
            super.close(timeout);
        } finally {
            assigned.values().forEach(AssignedPartition::complete);
            closed.emitEmpty(EmitFailureHandler.FAIL_FAST);
        }
    }
}
