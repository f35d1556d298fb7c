package io.tidemark.intake.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.intake.ParkedRecords;
import io.tidemark.intake.Partition;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.kafka.sender.KafkaSender;
import reactor.kafka.sender.SenderOptions;
import reactor.kafka.sender.SenderRecord;
import reactor.kafka.sender.internals.ProducerFactory;

/** The parked topic, through reactor-kafka; what is sent and not yet confirmed is bounded by its defaults. */
final class KafkaParkedRecords implements ParkedRecords, AutoCloseable {
    private static final Duration LAST_RECORDS = Duration.ofSeconds(5);

    private final String topic;
    private final Producer<byte[], byte[]> producer;
    private final KafkaSender<byte[], byte[]> sender;

    KafkaParkedRecords(KafkaProperties kafka) {
        var settings = ClientSettings.producer(kafka);
        var options = SenderOptions.<byte[], byte[]>create(settings)
                .scheduler(Schedulers.parallel())
                .closeTimeout(LAST_RECORDS);
        this.topic = kafka.parkedTopic();
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.sender = KafkaSender.create(new TheOne(producer), options);
    }

    @Override
    public Mono<Void> park(Partition source, List<Parked> records) {
        return sender.send(Flux.fromIterable(records).map(parked -> SenderRecord.create(whole(source, parked), null)))
                .then();
    }

    private ProducerRecord<byte[], byte[]> whole(Partition source, Parked parked) {
        var record = parked.record();
        var whole = new ProducerRecord<>(topic, record.key(), record.value());
        record.headers().forEach(header -> whole.headers().add(header.name(), header.value()));
        whole.headers()
                .add("reason", text(parked.reason().name()))
                .add("source-topic", text(source.topic()))
                .add("source-partition", text(Integer.toString(source.number())))
                .add("source-offset", text(Long.toString(record.offset())));
        return whole;
    }

    private static byte[] text(String value) {
        return value.getBytes(UTF_8);
    }

    @Override
    public void close() {
        sender.close();
        // The sender closes it only if it has sent anything.
        producer.close(LAST_RECORDS);
    }

    /** Gives the sender a producer made beforehand: one made at the first record would be made on its thread. */
    private static final class TheOne extends ProducerFactory {
        private final Producer<byte[], byte[]> producer;

        TheOne(Producer<byte[], byte[]> producer) {
            this.producer = producer;
        }

        @Override
        @SuppressWarnings("unchecked") // there is only the sender of bytes above
        public <K, V> Producer<K, V> createProducer(SenderOptions<K, V> options) {
            return (Producer<K, V>) producer;
        }
    }
}
