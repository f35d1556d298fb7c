package io.tidemark.intake.kafka;

import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/** The log doesn't have what was to be read next, and nobody but a person may say that the gap does not matter. */
final class NotInLog extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotInLog(TopicPartition partition, InvalidOffsetException cause) {
        super(
                "The log of " + partition + " no longer has " + next(partition, cause) + ", or never had it: movements"
                        + " were deleted before they were read, or the topic is not the one that was read before.",
                cause);
    }

    private static String next(TopicPartition partition, InvalidOffsetException cause) {
        return cause instanceof OffsetOutOfRangeException range
                ? "offset " + range.offsetOutOfRangePartitions().get(partition)
                : "the offset to go on from";
    }
}
