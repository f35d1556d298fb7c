package io.tidemark.intake.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;

/** What the three Kafka clients are told, over their own defaults and under what the operator says. */
final class ClientSettings {
    private static final int MAX_FETCH = 16 << 20;
    private static final int MAX_PARKED = 32 << 20;

    private ClientSettings() {}

    static Map<String, Object> consumer(KafkaProperties kafka) {
        var reading = kafka.reading();
        var session = (int) reading.sessionTimeout().toMillis();
        return settings(
                kafka,
                Map.ofEntries(
                        Map.entry(ConsumerConfig.CLIENT_ID_CONFIG, kafka.group() + "-movements"),
                        Map.entry(ConsumerConfig.GROUP_ID_CONFIG, kafka.group()),
                        Map.entry(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic"),
                        // Partitions that stay are not disturbed by those that go.
                        Map.entry(
                                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                                CooperativeStickyAssignor.class.getName()),
                        Map.entry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session),
                        // A member learns from its heartbeats that another one came and waits for its share.
                        Map.entry(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, Math.min(1_000, session / 3)),
                        // Polls go on whatever the readers do; this is how long a rebalance waits for a hanging member.
                        Map.entry(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, Math.max(30_000, session)),
                        // A position the log doesn't have is for a person to decide about.
                        Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none"),
                        Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                        Map.entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                        Map.entry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
                        Map.entry(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1),
                        // A resumed partition waits for the fetch under way to return, with whatever the others have.
                        Map.entry(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50),
                        Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, reading.batch()),
                        Map.entry(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, (int)
                                reading.ahead().toBytes()),
                        Map.entry(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MAX_FETCH)));
    }

    static Map<String, Object> producer(KafkaProperties kafka) {
        return settings(
                kafka,
                Map.of(
                        ProducerConfig.CLIENT_ID_CONFIG,
                        kafka.group() + "-parked",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        30_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        30_000,
                        // The broker judges the compressed size; the largest movement must fit with its reason.
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "gzip",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        MAX_PARKED));
    }

    static Map<String, Object> admin(KafkaProperties kafka) {
        return settings(kafka, Map.of(AdminClientConfig.CLIENT_ID_CONFIG, kafka.group() + "-check"));
    }

    private static Map<String, Object> settings(KafkaProperties kafka, Map<String, Object> own) {
        Map<String, Object> settings = new HashMap<>(own);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        settings.putAll(kafka.properties());
        return settings;
    }
}
