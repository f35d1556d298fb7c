package io.tidemark.endtoend;

import io.tidemark.local.Database;
import io.tidemark.local.SharedStack;
import java.util.ArrayList;
import java.util.List;

/**
 * What a service is connected to, for one test alone.
 *
 * @param group the consumer group; services of the same group share the topic's partitions
 */
record Surroundings(String topic, String group, Database database, String redisUrl) {
    static final int PARTITIONS = 4;
    private static final String NO_ROUTER = "--tidemark.respond.lanes=";

    static Surroundings fresh() {
        String topic = SharedStack.freshTopic(PARTITIONS);
        return new Surroundings(topic, topic, SharedStack.freshDatabase(), SharedStack.freshRedisUrl());
    }

    /** The same movements, and everything else anew. */
    Surroundings undisturbed() {
        return new Surroundings(
                topic, group + "-undisturbed", SharedStack.freshDatabase(), SharedStack.freshRedisUrl());
    }

    /** As a service is told that also routes what it raises, so that an alert may have more than one event. */
    List<String> routing(String... more) {
        return arguments(more).stream()
                .filter(argument -> !argument.startsWith(NO_ROUTER))
                .toList();
    }

    /** As a service is told. */
    List<String> arguments(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--tidemark.kafka.bootstrap-servers=" + SharedStack.get().kafkaBootstrapServers(),
                "--tidemark.kafka.topic=" + topic,
                "--tidemark.kafka.parked-topic=" + topic + ".parked",
                "--tidemark.kafka.group=" + group,
                "--tidemark.kafka.reading.session-timeout=6s",
                "--tidemark.postgres.host=" + database.host(),
                "--tidemark.postgres.port=" + database.port(),
                "--tidemark.postgres.database=" + database.name(),
                "--tidemark.postgres.username=" + database.username(),
                "--tidemark.postgres.password=" + database.password(),
                // What becomes of the alerts is told elsewhere: here each has one event.
                NO_ROUTER + "0",
                "--tidemark.redis.url=" + redisUrl));
        arguments.addAll(List.of(more));
        return arguments;
    }
}
