package io.tidemark.local.replay;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a file of movements line by line as it stands, malformed lines too, in the file's order for every client.
 *
 * As fast as Kafka takes them, in constant memory: the producer's own buffer makes the reading wait.
 */
public final class Replay {
    private final String bootstrapServers;
    private final String topic;

    public Replay(String bootstrapServers, String topic) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
    }

    /**
     * @return the number of lines, when Kafka has confirmed all of them
     * @throws IOException if the file can't be read to its end
     */
    public long publish(MovementFile file, Progress progress) throws IOException {
        var failure = new AtomicReference<@Nullable Exception>();
        Callback noted = (where, refused) -> failure.compareAndSet(null, refused);
        long count = 0;
        try (var lines = file.open();
                var producer = producer()) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                var unused = producer.send(new ProducerRecord<>(topic, ClientKey.of(line), line), noted);
                progress.at(++count);
                refuseAfter(failure.get());
            }
            producer.flush();
            refuseAfter(failure.get());
        }
        progress.end(count);
        return count;
    }

    private static void refuseAfter(@Nullable Exception failure) {
        if (failure != null) {
            throw new IllegalStateException("Kafka did not take a line", failure);
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        10,
                        "batch.size",
                        1 << 18,
                        "buffer.memory",
                        1 << 26),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
