package io.tidemark.intake.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.local.SharedStack;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.management.AttributeNotFoundException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.util.unit.DataSize;

/** A topic, its parked topic and a group of a test's own on the shared broker, seen from outside. */
final class TestTopic implements AutoCloseable {
    private final String servers = SharedStack.get().kafkaBootstrapServers();
    private final String name;
    private final Map<Integer, Long> appended = new HashMap<>();
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", servers));
    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", servers), new ByteArraySerializer(), new ByteArraySerializer());

    TestTopic(int partitions) {
        name = SharedStack.freshTopic(partitions);
    }

    String name() {
        return name;
    }

    String parked() {
        return name + ".parked";
    }

    /** A session so long that a test which waited for it to time out would fail. */
    KafkaProperties properties(int batch) {
        return properties(new KafkaProperties.Reading(Duration.ofMinutes(5), batch, DataSize.ofKilobytes(1)));
    }

    KafkaProperties properties(KafkaProperties.Reading reading) {
        return new KafkaProperties(servers, name, parked(), name, reading, Map.of());
    }

    /** As a static member: it takes over from whoever else has this name, who learns that it may no longer go on. */
    KafkaProperties named(String instance) {
        var any = properties(100);
        return new KafkaProperties(servers, name, parked(), name, any.reading(), Map.of("group.instance.id", instance));
    }

    /** All members are thrown out, as they are when their sessions time out. */
    void throwMembersOut() {
        done(admin.removeMembersFromConsumerGroup(name, new RemoveMembersFromConsumerGroupOptions())
                .all());
    }

    void append(int partition, List<String> values) {
        appended.merge(partition, (long) values.size(), Long::sum);
        List<Future<?>> sent = values.stream()
                .<Future<?>>map(value ->
                        producer.send(new ProducerRecord<>(name, partition, new byte[] {1}, value.getBytes(UTF_8))))
                .toList();
        sent.forEach(TestTopic::done);
    }

    void expire(int partition, long before) {
        done(admin.deleteRecords(Map.of(new TopicPartition(name, partition), RecordsToDelete.beforeOffset(before)))
                .all());
    }

    /** What the group says of itself; absent partitions are those it has said nothing about. */
    Map<TopicPartition, OffsetAndMetadata> groupOffsets() {
        return done(admin.listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata());
    }

    /** From the lag that the consumer publishes about itself. */
    long fetched(int partition) {
        try {
            var lag = ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(
                            new ObjectName("kafka.consumer:type=consumer-fetch-manager-metrics,client-id=" + name
                                    + "-movements,topic=" + name + ",partition=" + partition),
                            "records-lag");
            return appended.get(partition) - ((Double) lag).longValue();
        } catch (InstanceNotFoundException | AttributeNotFoundException nothingFetched) {
            return 0;
        } catch (JMException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static <T> T done(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    static <T> T done(KafkaFuture<T> future) {
        return done((Future<T>) future.toCompletionStage().toCompletableFuture());
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
