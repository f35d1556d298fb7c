package io.tidemark.local.simulation;

import io.tidemark.local.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes what the simulated bank books, at a person's pace. */
public final class Teller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
    private static final double TICKS_PER_SECOND = 50;

    private final SimulatedBank bank;
    private final Clock clock;
    private final KafkaProducer<byte[], byte[]> producer;
    private final ScheduledExecutorService ticks =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "simulated-bank"));
    private final double movementsPerTick;
    private double owed;

    private Teller(SimulatedBank bank, Clock clock, String bootstrapServers, double movementsPerSecond) {
        this.bank = bank;
        this.clock = clock;
        this.movementsPerTick = movementsPerSecond / TICKS_PER_SECOND;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** The openings at once, then movement after movement until closed. */
    public static Teller open(SimulatedBank bank, Clock clock, String bootstrapServers, double movementsPerSecond) {
        var teller = new Teller(bank, clock, bootstrapServers, movementsPerSecond);
        bank.openings(clock.instant()).forEach(teller::publish);
        teller.producer.flush();
        var period = (long) (TimeUnit.SECONDS.toNanos(1) / TICKS_PER_SECOND);
        var unused = teller.ticks.scheduleAtFixedRate(teller::tick, period, period, TimeUnit.NANOSECONDS);
        return teller;
    }

    private void tick() {
        try {
            for (owed += movementsPerTick; owed >= 1; ) {
                var bookings = bank.next(clock.instant());
                bookings.forEach(this::publish);
                owed -= bookings.size();
            }
        } catch (RuntimeException failure) {
            // Thrown on, it would end the ticking without a word.
            LOG.error("The simulated bank stumbled", failure);
            throw failure;
        }
    }

    private void publish(Booking booking) {
        var key = booking.clientId().getBytes(StandardCharsets.UTF_8);
        var unused = producer.send(new ProducerRecord<>(Topics.MOVEMENTS, key, booking.json()), (where, failure) -> {
            if (failure != null) {
                LOG.warn("Movement {} was not published", booking.movementId(), failure);
            }
        });
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        producer.close(Duration.ofSeconds(1));
    }
}
