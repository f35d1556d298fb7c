package io.tidemark.intake.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows operators how far the group has come, as its committed offsets. Nobody reads on from them, so a commit that
 * fails is tried again with the next and harms nothing.
 */
final class GroupOffsets {
    private static final Logger LOG = LoggerFactory.getLogger(GroupOffsets.class);
    private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

    private final Consumer<?, ?> consumer;
    private long last = System.nanoTime();

    GroupOffsets(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    void showNowAndThen(Map<TopicPartition, AssignedPartition> assigned) {
        var now = System.nanoTime();
        if (now - last >= INTERVAL) {
            last = now;
            show(assigned);
        }
    }

    void show(Map<TopicPartition, AssignedPartition> assigned) {
        Map<TopicPartition, OffsetAndMetadata> news = new HashMap<>();
        assigned.forEach((partition, reader) -> {
            var offset = reader.show();
            if (offset >= 0) {
                news.put(partition, new OffsetAndMetadata(offset));
            }
        });
        if (!news.isEmpty()) {
            consumer.commitAsync(news, (offsets, failure) -> {
                if (failure != null) {
                    LOG.warn(
                            "The group's offsets {} could not be shown: {}",
                            offsets,
                            failure.getClass().getSimpleName());
                    offsets.keySet().stream()
                            .map(assigned::get)
                            .filter(reader -> reader != null)
                            .forEach(AssignedPartition::notShown);
                }
            });
        }
    }
}
