package io.tidemark.intake.kafka;

import io.tidemark.startup.StartupProblem;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Where Kafka is and what is read there.
 *
 * @param properties for the Kafka clients as they stand, and the last word: {@code security.protocol} and the like
 */
@ConfigurationProperties("tidemark.kafka")
record KafkaProperties(
        String bootstrapServers,
        @DefaultValue("balance-movements") String topic,
        @DefaultValue("balance-movements.parked") String parkedTopic,
        @DefaultValue("tidemark") String group,
        @DefaultValue Reading reading,
        @DefaultValue Map<String, String> properties) {

    KafkaProperties {
        if (!StringUtils.hasText(bootstrapServers)) {
            throw new StartupProblem(
                    "It is not said where Kafka is.",
                    "Set tidemark.kafka.bootstrap-servers, or TIDEMARK_KAFKA_BOOTSTRAPSERVERS in the environment,"
                            + " to host:port of one or more brokers, separated by commas.");
        }
        named(topic, "tidemark.kafka.topic");
        named(parkedTopic, "tidemark.kafka.parked-topic");
        named(group, "tidemark.kafka.group");
        properties = Map.copyOf(properties);
    }

    private static void named(String value, String property) {
        if (!StringUtils.hasText(value)) {
            throw new StartupProblem(property + " is empty.", "Give it a name, or leave it out for the default.");
        }
    }

    /**
     * How it is read.
     *
     * @param sessionTimeout how long a crashed instance keeps its partitions; brokers want at least 6 s unless told
     *     otherwise
     * @param batch the most records that come in one piece
     * @param ahead how much of a partition may wait in memory for its reader before nothing more of it is fetched
     */
    record Reading(
            @DefaultValue("10s") Duration sessionTimeout,
            @DefaultValue("2000") int batch,
            @DefaultValue("1MB") DataSize ahead) {

        Reading {
            if (sessionTimeout.toMillis() <= 0 || batch <= 0 || ahead.toBytes() <= 0) {
                throw new StartupProblem(
                        "tidemark.kafka.reading has a value that is not positive.",
                        "Give session-timeout, batch and ahead values above zero, or leave them out.");
            }
        }
    }
}
