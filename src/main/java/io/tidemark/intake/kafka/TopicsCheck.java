package io.tidemark.intake.kafka;

import io.tidemark.startup.StartupProblem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks at start what would otherwise come out as silence: whether Kafka is there and has the topics. */
final class TopicsCheck {
    private final KafkaProperties kafka;
    private final Duration limit;

    TopicsCheck(KafkaProperties kafka, Duration limit) {
        this.kafka = kafka;
        this.limit = limit;
    }

    /** @throws StartupProblem if Kafka doesn't answer in time or a topic is missing */
    void pass() {
        var admin = admin();
        try {
            admin.describeTopics(List.of(kafka.topic(), kafka.parkedTopic()))
                    .topicNameValues()
                    .forEach(this::exists);
        } finally {
            admin.close(Duration.ZERO); // or it would wait for the answer that did not come
        }
    }

    private Admin admin() {
        try {
            return Admin.create(ClientSettings.admin(kafka));
        } catch (KafkaException unusable) {
            throw unreachable(unusable);
        }
    }

    private void exists(String topic, KafkaFuture<TopicDescription> description) {
        try {
            description.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            throw refused.getCause() instanceof UnknownTopicOrPartitionException missing
                    ? missing(topic, missing)
                    : unreachable(refused.getCause());
        } catch (TimeoutException silence) {
            throw unreachable(silence);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw unreachable(stop);
        }
    }

    private StartupProblem missing(String topic, Throwable cause) {
        return new StartupProblem(
                "Kafka at " + kafka.bootstrapServers() + " has no topic " + topic + ".",
                "Create it there, or set tidemark.kafka.topic and tidemark.kafka.parked-topic to those that it has.",
                cause);
    }

    private StartupProblem unreachable(Throwable cause) {
        return new StartupProblem(
                "Kafka at " + kafka.bootstrapServers() + " can't be asked for its topics: " + reason(cause) + ".",
                "Start it, or set tidemark.kafka.bootstrap-servers (TIDEMARK_KAFKA_BOOTSTRAPSERVERS in the environment)"
                        + " to where it is, and what it asks for under tidemark.kafka.properties.",
                cause);
    }

    private String reason(Throwable cause) {
        if (cause instanceof TimeoutException) {
            return "no answer within " + limit.toSeconds() + " s";
        }
        return cause.getCause() == null ? String.valueOf(cause.getMessage()) : reason(cause.getCause());
    }
}
