package io.tidemark.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.alert.Alert;
import io.tidemark.alert.Detection;
import io.tidemark.bank.ManagerId;
import io.tidemark.intake.ParkedRecords.Parked;
import io.tidemark.movement.MalformedReason;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

class IntakeTest {
    private static final String TOPIC = "movements";
    private static final Duration OFTEN = Duration.ofMillis(20);
    private static final Duration NEVER = Duration.ofHours(1);

    private final MemoryMovementSource source = new MemoryMovementSource(TOPIC, 2, 10);
    private final MemoryJournal journal = new MemoryJournal();
    private final MemoryClients clients = new MemoryClients();
    private final MemoryEditions editions = new MemoryEditions();
    private final RuleBook ruleBook = new Samples().ruleBook(editions);
    private final List<Parked> parked = new CopyOnWriteArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T03:00:00Z"));
    private final Sinks.Empty<Void> stop = Sinks.empty();
    private final AtomicInteger falls = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private Disposable running = () -> {};

    @AfterEach
    void cancel() {
        running.dispose();
    }

    @Test
    void whatIsFoundIsRecordedBeforeAnyCheckpoint() {
        start(journal, NEVER);
        fall(0, "C-1");
        awaitMovements("M-0");
        assertThat(journal.nextOffset(partition(0))).isZero();
    }

    @Test
    void statesAreCheckpointedNowAndThenAndTheGroupIsShownHowFar() {
        start(journal, OFTEN);
        fall(0, "C-1");
        await().until(() -> journal.nextOffset(partition(0)) == 1);
        await().until(() -> source.acknowledged(0) == 1);
    }

    @Test
    void aRecordThatIsNoMovementIsParkedAndThePartitionGoesOn() {
        start(journal, OFTEN);
        append(0, "C-1", "not json");
        fall(0, "C-1");
        awaitMovements("M-0");
        assertThat(parked).extracting(Parked::reason).containsExactly(MalformedReason.NOT_JSON);
    }

    @Test
    void stoppingEndsWithALastCheckpoint() {
        start(journal, NEVER);
        fall(0, "C-1");
        awaitMovements("M-0");
        stop.tryEmitEmpty();
        await().until(() -> ended.get() == 1);
        assertThat(journal.nextOffset(partition(0))).isEqualTo(1);
    }

    @Test
    void aRevokedPartitionEndsWithALastCheckpointAndTheOtherGoesOn() {
        start(journal, NEVER);
        fall(0, "C-1");
        awaitMovements("M-0");
        source.revoke(0);
        await().until(() -> journal.nextOffset(partition(0)) == 1);
        append(1, "C-2", Samples.falling(7, "C-2"));
        awaitMovements("M-0", "M-7");
    }

    @Test
    void aPartitionWhoseRecordingFailedBeginsAgainFromItsCheckpointAndMeetsItsOwnAlerts() {
        Unreliable unreliable = new Unreliable(2);
        start(unreliable, NEVER);
        fall(0, "C-1");
        fall(0, "C-2");
        awaitMovements("M-0", "M-1");
        assertThat(unreliable.failures.get()).isZero();
    }

    @Test
    void whileOnePartitionFailsTheOtherIsNotDisturbed() {
        Unreliable unreliable = new Unreliable(Integer.MAX_VALUE);
        start(unreliable, NEVER);
        fall(0, "C-1");
        append(1, "C-2", Samples.falling(7, "C-2"));
        awaitMovements("M-7");
    }

    @Test
    void aLegThatExpiresByTheWallClockIsCheckpointedTogetherWithWhatItMeant() {
        start(journal, OFTEN);
        append(0, "C-1", leg());
        await().until(() -> journal.nextOffset(partition(0)) == 1);
        assertThat(journal.detections()).isEmpty();
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(3)));
        awaitMovements("L-1");
        assertThat(journal.detections())
                .extracting(detection -> detection.origin().cause().name())
                .containsExactly("LEG_EXPIRED");
    }

    @Test
    void anAlertIsRecordedWithTheNameAndTheManagerOfTheClient() {
        clients.tell("C-1", "王安", "SZ-01");
        clients.assign("C-1", "M-11", now.get().minusSeconds(1), null);
        start(journal, NEVER);
        fall(0, "C-1");
        fall(0, "C-2");
        awaitMovements("M-0", "M-1");
        assertThat(journal.alerts())
                .extracting(alert -> alert.clientName() + " " + alert.manager() + " " + alert.branch())
                .containsExactly("王安 M-11 SZ-01", "null null null");
        assertThat(journal.alerts().get(0).life().responsible()).isEqualTo(new ManagerId("M-11"));
    }

    @Test
    void anExpiredLegsAlertIsNamedToo() {
        clients.tell("C-1", "王安", "SZ-01");
        start(journal, OFTEN);
        append(0, "C-1", leg());
        await().until(() -> journal.nextOffset(partition(0)) == 1);
        assertThat(clients.questions()).isZero();
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(3)));
        awaitMovements("L-1");
        assertThat(journal.alerts()).extracting(Alert::clientName).containsExactly("王安");
    }

    @Test
    void aPartitionWhoseClientsCannotBeLookedUpBeginsAgainFromItsCheckpoint() {
        clients.tell("C-1", "王安", "SZ-01");
        clients.failNext(2);
        start(journal, NEVER);
        fall(0, "C-1");
        awaitMovements("M-0");
        assertThat(journal.alerts()).extracting(Alert::clientName).containsExactly("王安");
    }

    @Test
    void aPartitionTakenForTheFirstTimeIsJudgedByTheNewestEdition() {
        publish(3);
        start(journal, OFTEN);
        append(0, "C-1", dollars(1));
        await().until(() -> journal.nextOffset(partition(0)) == 1);
        assertThat(parked).isEmpty();
        assertThat(journal.edition(partition(0))).isEqualTo(3);
    }

    @Test
    void whatIsPublishedIsAdoptedWithACheckpointEvenIfNothingIsRead() {
        start(journal, OFTEN);
        append(0, "C-1", dollars(1));
        await().until(() -> parked.size() == 1);
        publish(3);
        await().until(() -> journal.edition(partition(0)) == 3);
        append(0, "C-1", dollars(2));
        await().until(() -> journal.nextOffset(partition(0)) == 2);
        assertThat(parked).hasSize(1);
    }

    @Test
    void whatIsPublishedIsNoticed() {
        start(journal, OFTEN);
        editions.publish(dollarsAreWorthSeven(3));
        await().until(() -> journal.edition(partition(0)) == 3);
    }

    private void publish(long edition) {
        editions.publish(dollarsAreWorthSeven(edition));
        ruleBook.refresh().block();
    }

    private static Editions.Edition dollarsAreWorthSeven(long edition) {
        Map<Currency, BigDecimal> rates = Map.of(Currency.getInstance("USD"), new BigDecimal("7"));
        return new Editions.OfRates(edition, rates, Instant.EPOCH, Instant.EPOCH);
    }

    private static String dollars(int sequence) {
        return """
                {"movementId":"D-%1$d","accountId":"A-9","clientId":"C-1","sequence":%1$d,
                 "bookedAt":"2026-03-02T02:59:00Z","direction":"IN","amount":"1.00","currency":"USD",
                 "balanceAfter":"%1$d.00"}""".formatted(sequence);
    }

    private void start(Journal kept, Duration checkpointEvery) {
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
        ParkedRecords park = (partition, records) -> Mono.fromRunnable(() -> parked.addAll(records));
        Intake.Settings settings = new Intake.Settings(ruleBook, checkpointEvery, Schedulers.parallel(), clock);
        running = new Intake(source, kept, park, clients, settings)
                .run(stop.asMono())
                .doFinally(end -> ended.incrementAndGet())
                .subscribe();
    }

    private void fall(int partition, String client) {
        append(partition, client, Samples.falling(falls.getAndIncrement(), client));
    }

    private void append(int partition, String client, RawRecord record) {
        append(partition, client, new String(record.value(), StandardCharsets.UTF_8));
    }

    private void append(int partition, String client, String json) {
        source.append(partition, client.getBytes(StandardCharsets.UTF_8), json.getBytes(StandardCharsets.UTF_8));
    }

    /** 6,200,000 less the 400,000 that are on their way to another account: falls when they leave transit. */
    private static String leg() {
        return """
                {"movementId":"L-1","accountId":"A-1","clientId":"C-1","sequence":1,"bookedAt":"2026-03-02T02:59:00Z",
                 "direction":"OUT","amount":"400000.00","currency":"CNY","balanceAfter":"5800000.00","transferId":"T-1"}""";
    }

    private void awaitMovements(String... movements) {
        await().untilAsserted(() -> assertThat(journal.detections())
                .extracting(detection -> detection.movement().value())
                .containsExactlyInAnyOrder(movements));
    }

    private static Partition partition(int number) {
        return new Partition(TOPIC, number);
    }

    /** Records of partition 0 fail a number of times. */
    private final class Unreliable implements Journal {
        private final AtomicInteger failures;

        Unreliable(int failures) {
            this.failures = new AtomicInteger(failures);
        }

        @Override
        public Mono<Taken> take(Partition partition, long newestEdition) {
            return journal.take(partition, newestEdition);
        }

        @Override
        public Flux<Known> states(Partition partition) {
            return journal.states(partition);
        }

        @Override
        public Mono<Void> record(Epoch epoch, List<Detection> detections, long foundUpTo) {
            return epoch.partition().number() == 0 && failures.getAndUpdate(left -> Math.max(left - 1, 0)) > 0
                    ? Mono.error(new IllegalStateException("the database is away"))
                    : journal.record(epoch, detections, foundUpTo);
        }

        @Override
        public Mono<Void> checkpoint(Epoch epoch, Checkpoint checkpoint) {
            return journal.checkpoint(epoch, checkpoint);
        }
    }
}
