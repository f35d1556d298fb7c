package io.tidemark.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class LocalStackIT {
    private final Stack stack = SharedStack.get();

    @Test
    void whatIsProducedIsConsumed() throws Exception {
        var topic = SharedStack.freshTopic(2);
        produce(topic, "one");

        assertThat(consumeOne(topic)).isEqualTo("one");
    }

    @Test
    void aTopicComesWithItsParkedTopic() throws Exception {
        var topic = SharedStack.freshTopic(4);

        try (var admin = Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).contains(topic, Topics.parked(topic));
        }
    }

    @Test
    void whatKafkaWasToldItKnowsAfterARestart() throws Exception {
        var topic = SharedStack.freshTopic(1);
        produce(topic, "before");

        stack.kafka().stop();
        assertThat(stack.kafka().isRunning()).isFalse();
        stack.kafka().start();

        assertThat(consumeOne(topic)).isEqualTo("before");
    }

    @Test
    void theRoleOfTheServiceMakesTablesButIsNoSuperuser() throws SQLException {
        var database = SharedStack.freshDatabase();

        assertThat(query(database, "CREATE TABLE t (n int); INSERT INTO t VALUES (7) RETURNING n"))
                .isEqualTo("7");
        assertThat(query(database, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
    }

    @Test
    void aDatabaseMadeFromAnotherHasItsTables() throws SQLException {
        var template = SharedStack.freshDatabase();
        query(template, "CREATE TABLE t (n int); INSERT INTO t VALUES (7) RETURNING n");

        assertThat(query(stack.createDatabase(template.name() + "_copy", template), "SELECT n FROM t"))
                .isEqualTo("7");
    }

    @Test
    void whatPostgresHasCommittedItKnowsAfterACrash() throws SQLException {
        var database = SharedStack.freshDatabase();
        query(database, "CREATE TABLE t (n int); INSERT INTO t VALUES (7) RETURNING n");

        stack.postgres().kill();
        stack.postgres().start();

        assertThat(query(database, "SELECT n FROM t")).isEqualTo("7");
    }

    @Test
    void redisComesBackEmptyAtTheSamePort() {
        var url = SharedStack.freshRedisUrl();
        assertThat(redis(url, commands -> commands.ping())).isEqualTo("PONG");
        assertThat(redis(url, commands -> commands.set("k", "v"))).isEqualTo("OK");
        var firstProcess = stack.redis().pid();

        stack.redis().stop();
        assertThat(stack.redis().isRunning()).isFalse();
        stack.redis().start();

        assertThat(stack.redis().pid()).isNotEqualTo(firstProcess);
        assertThat(redis(url, commands -> String.valueOf(commands.get("k")))).isEqualTo("null");
    }

    private void produce(String topic, String value) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", stack.kafkaBootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value)).get();
        }
    }

    private String consumeOne(String topic) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", stack.kafkaBootstrapServers(), "group.id", topic, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            for (int patience = 60; patience > 0; patience--) {
                for (var consumed : consumer.poll(Duration.ofSeconds(1))) {
                    return consumed.value();
                }
            }
        }
        throw new AssertionError("nothing arrived in " + topic);
    }

    private static String query(Database database, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
            while (statement.getResultSet() == null) {
                statement.getMoreResults();
            }
            var rows = statement.getResultSet();
            rows.next();
            return rows.getString(1);
        }
    }

    private static String redis(
            String url, Function<io.lettuce.core.api.sync.RedisCommands<String, String>, String> command) {
        var client = RedisClient.create(url);
        try (var connection = client.connect()) {
            return command.apply(connection.sync());
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(5));
        }
    }
}
