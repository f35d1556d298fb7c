package io.tidemark.endtoend;

import io.tidemark.local.SharedStack;
import io.tidemark.movement.RandomMovements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes made-up movements, and tells a service their bank's policy and rates. */
final class Ledger implements AutoCloseable {
    private static final int PORTIONS = 40;

    private final RandomMovements movements;
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;

    Ledger(RandomMovements movements, String topic) {
        this.movements = movements;
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", SharedStack.get().kafkaBootstrapServers(), "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** The next of the movements; returns when Kafka has them. */
    void publish(int count) {
        for (int i = 0; i < count && movements.hasNext(); i++) {
            RandomMovements.Entry entry = movements.next();
            var unused = producer.send(new ProducerRecord<>(topic, entry.key(), entry.value()));
        }
        producer.flush();
    }

    /** The next of the movements, little by little; completes when Kafka has them. */
    CompletableFuture<Void> flow(int count, Duration over) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        CompletableFuture<Void> all = new CompletableFuture<>();
        AtomicInteger left = new AtomicInteger(PORTIONS);
        Runnable portion = () -> {
            publish(count / PORTIONS);
            if (left.decrementAndGet() == 0) {
                all.complete(null);
            }
        };
        long pause = over.toNanos() / PORTIONS;
        var ticking = clock.scheduleAtFixedRate(portion, 0, pause, TimeUnit.NANOSECONDS);
        return all.whenComplete((done, failure) -> {
            ticking.cancel(false);
            clock.shutdown();
        });
    }

    /** The files that name the bank's own codes and its rates, as arguments for a service. */
    static List<String> reference(Path directory) {
        String policy = "{\"ownBanks\":[\"%s\"],\"notCompetitors\":[\"%s\"]}"
                .formatted(RandomMovements.OWN_BANK, RandomMovements.TREASURY);
        String rates = RandomMovements.RATES.entrySet().stream()
                .map(rate -> "{\"currency\":\"%s\",\"rate\":\"%s\"}".formatted(rate.getKey(), rate.getValue()))
                .collect(Collectors.joining("\n"));
        return List.of(
                "--tidemark.policy.file=" + write(directory.resolve("policy.json"), policy),
                "--tidemark.rates.file=" + write(directory.resolve("rates.ndjson"), rates));
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
