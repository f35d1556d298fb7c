package io.tidemark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.alert.Detection;
import io.tidemark.alert.Origin;
import io.tidemark.bank.BankCode;
import io.tidemark.bank.Banks;
import io.tidemark.bank.ClientId;
import io.tidemark.detect.ClientState;
import io.tidemark.detect.ClientStateCodec;
import io.tidemark.detect.Policies;
import io.tidemark.detect.TestPolicy;
import io.tidemark.intake.Editions.Edition;
import io.tidemark.intake.Editions.OfBanks;
import io.tidemark.intake.Editions.OfRates;
import io.tidemark.intake.Journal.Checkpoint;
import io.tidemark.intake.Journal.Taken;
import io.tidemark.movement.RandomMovements;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever order of batches, checkpoints and crashes: the same log means the same. */
class FoldReplayTest {
    private static final Partition PARTITION = new Partition("balance-movements", 0);
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LOG_BEGIN = Instant.parse("2025-01-06T00:00:00Z");
    private static final int RECORDS = 3_000;
    private static final int LARGEST_BATCH = 60;

    private final MemoryEditions editions = new MemoryEditions();
    private final RuleBook ruleBook =
            new RuleBook(editions, Policies.always(TestPolicy.standard()), Duration.ofDays(1));

    FoldReplayTest() {
        publish(new OfRates(1, RandomMovements.RATES, BEGIN, BEGIN));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void crashesAndReplaysMeanTheSameAsAnUndisturbedRun(long seed) {
        List<RawRecord> log = log(seed);
        ByteJournal undisturbed = new ByteJournal();
        Life life = new Life(undisturbed);
        life.reads(log);

        ByteJournal disturbed = disturbed(seed, log, 0);

        assertThat(disturbed.findings()).isEqualTo(undisturbed.findings());
        assertThat(disturbed.detections).hasSizeGreaterThan(100);
        assertThat(disturbed.counts).isEqualTo(undisturbed.counts);
        assertThat(disturbed.states()).isEqualTo(undisturbed.states());
    }

    /**
     * The expiries that the journal knows of, and no others, are what an undisturbed run must repeat to agree.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void expiriesByTheWallClockHappenOnceAndStayWhereTheyHappened(long seed) {
        List<RawRecord> log = log(seed);
        ByteJournal disturbed = disturbed(seed, log, 4);

        ByteJournal undisturbed = new ByteJournal();
        Life life = new Life(undisturbed);
        int read = 0;
        for (long offset : disturbed.expiredAt) {
            life.reads(log.subList(read, (int) offset));
            life.expires(true);
            read = (int) offset;
        }
        life.reads(log.subList(read, log.size()));

        assertThat(disturbed.expiredAt).isNotEmpty();
        assertThat(disturbed.findings()).isEqualTo(undisturbed.findings());
        assertThat(disturbed.states()).isEqualTo(undisturbed.states());
    }

    /** What the journal knows of adoptions, and no more, is what an undisturbed run must repeat to agree. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsJudgedByNewEditionsIsJudgedByThemEverAfterAndWhatWasNotIsNot(long seed) {
        List<RawRecord> log = log(seed);
        ByteJournal disturbed = disturbed(seed, log, new Publisher(new Random(seed)));

        ByteJournal undisturbed = new ByteJournal();
        Life life = new Life(undisturbed, 1);
        int read = 0;
        for (Adoption adoption : disturbed.adoptions) {
            life.reads(log.subList(read, (int) adoption.offset()));
            life.adopts(upTo(adoption.edition()), true);
            read = (int) adoption.offset();
        }
        life.reads(log.subList(read, log.size()));

        assertThat(disturbed.adoptions).hasSizeGreaterThan(5);
        assertThat(disturbed.findings()).isEqualTo(undisturbed.findings());
        assertThat(disturbed.states()).isEqualTo(undisturbed.states());
        assertThat(undisturbedWithoutNews(log).findings()).isNotEqualTo(undisturbed.findings());
    }

    private ByteJournal undisturbedWithoutNews(List<RawRecord> log) {
        ByteJournal journal = new ByteJournal();
        new Life(journal, 1).reads(log);
        return journal;
    }

    private ByteJournal disturbed(long seed, List<RawRecord> log, Publisher publisher) {
        Random random = new Random(seed);
        ByteJournal journal = new ByteJournal();
        Life life = new Life(journal, ruleBook.newest().edition());
        while (!life.hasRead(log)) {
            int from = (int) life.nextOffset;
            int to = Math.min(log.size(), from + 1 + random.nextInt(LARGEST_BATCH));
            if (random.nextInt(5) == 0) {
                publisher.publishes();
            }
            life.reads(log.subList(from, to), random.nextInt(10) > 0);
            int next = random.nextInt(10);
            if (next < 3) {
                life.adopts(ruleBook.newest(), random.nextInt(4) > 0);
            } else if (next < 6) {
                life.checkpoints();
            }
            if (life.isOver || random.nextInt(10) == 0) {
                life = new Life(journal, ruleBook.newest().edition());
            }
        }
        life.checkpoints();
        return journal;
    }

    private ByteJournal disturbed(long seed, List<RawRecord> log, int expiriesInTen) {
        Random random = new Random(seed);
        ByteJournal journal = new ByteJournal();
        Life life = new Life(journal);
        while (!life.hasRead(log)) {
            int from = (int) life.nextOffset;
            int to = Math.min(log.size(), from + 1 + random.nextInt(LARGEST_BATCH));
            // A crash while a batch is folded: all of what it means is kept, or nothing, but no checkpoint.
            life.reads(log.subList(from, to), random.nextInt(10) > 0);
            if (random.nextInt(10) < expiriesInTen) {
                life.expires(random.nextInt(4) > 0);
            } else if (random.nextInt(10) < 3) {
                life.checkpoints();
            }
            if (life.isOver || random.nextInt(10) == 0) {
                life = new Life(journal);
            }
        }
        life.checkpoints();
        return journal;
    }

    private Rules upTo(long edition) {
        return Objects.requireNonNull(ruleBook.upTo(edition).block());
    }

    private void publish(Edition edition) {
        editions.publish(edition);
        ruleBook.refresh().block();
    }

    private static List<RawRecord> log(long seed) {
        List<RawRecord> log = new ArrayList<>();
        RandomMovements.wild(seed, 12, RECORDS)
                .forEachRemaining(entry -> log.add(new RawRecord(log.size(), entry.key(), entry.value(), List.of())));
        return log;
    }

    static List<Long> seeds() {
        return new Random(20250306).longs(20, 0, 1_000_000).boxed().toList();
    }

    /** Publishes other banks or other rates, in force from anywhere in the log's time. */
    private final class Publisher {
        private final Random random;
        private long number = 1;

        Publisher(Random random) {
            this.random = random;
        }

        void publishes() {
            Instant effective = LOG_BEGIN.plus(Duration.ofHours(random.nextInt(24 * 60)));
            publish(random.nextBoolean() ? banks(effective) : rates(effective));
        }

        private Edition banks(Instant effective) {
            Map<BankCode, Banks.Bank> banks = new HashMap<>();
            RandomMovements.COMPETITORS.forEach(code -> banks.put(code, new Banks.Bank("", kind())));
            return new OfBanks(++number, new Banks(banks), effective, LOG_BEGIN);
        }

        private Banks.Kind kind() {
            List<Banks.Kind> kinds = List.of(Banks.Kind.values());
            return kinds.get(random.nextInt(kinds.size()));
        }

        private Edition rates(Instant effective) {
            Map<Currency, BigDecimal> rates = new HashMap<>();
            RandomMovements.RATES.forEach((currency, rate) ->
                    rates.put(currency, rate.multiply(BigDecimal.valueOf(50 + random.nextInt(100), 2))));
            return new OfRates(++number, rates, effective, LOG_BEGIN);
        }
    }

    /** From the offset on, the editions up to the number judge. */
    private record Adoption(long offset, long edition) {}

    /** One life of a partition's fold, from the journal's last checkpoint to the end or a crash. */
    private final class Life {
        private final ByteJournal journal;
        private final PartitionFold fold;
        private long nextOffset;
        private boolean isOver;

        Life(ByteJournal journal) {
            this(journal, 1);
        }

        Life(ByteJournal journal, long newestEdition) {
            this.journal = journal;
            this.nextOffset = journal.nextOffset;
            Taken taken = journal.taken(newestEdition);
            this.fold = new PartitionFold(upTo(taken.edition()), taken, journal.decoded());
        }

        boolean hasRead(List<RawRecord> log) {
            return nextOffset == log.size();
        }

        void reads(List<RawRecord> batch) {
            reads(batch, true);
            checkpoints();
        }

        void reads(List<RawRecord> batch, boolean kept) {
            List<Detection> detections = fold.fold(batch, BEGIN).detections();
            nextOffset += batch.size();
            if (kept) {
                journal.record(detections, nextOffset);
            } else {
                isOver = true;
            }
        }

        void checkpoints() {
            if (!isOver) {
                journal.keep(fold.checkpoint(List.of()));
            }
        }

        /** As the pipeline does, with a checkpoint before anything else is read, or not at all. */
        void adopts(Rules newer, boolean kept) {
            if (!isOver && fold.adopt(newer)) {
                if (kept) {
                    journal.keep(fold.checkpoint(List.of()));
                } else {
                    isOver = true;
                }
            }
        }

        /** Every leg in transit is due: a day has gone by. As the pipeline does, kept with a checkpoint or not at all. */
        void expires(boolean kept) {
            if (isOver) {
                return;
            }
            Optional<List<Detection>> expired = fold.expire(BEGIN.plus(Duration.ofDays(1)));
            if (kept) {
                expired.ifPresent(detections -> {
                    journal.expiredAt.add(nextOffset);
                    journal.keep(fold.checkpoint(detections));
                });
            } else {
                isOver = true;
            }
        }
    }

    /** Keeps each detection once, by its origin, and states as bytes. */
    private static final class ByteJournal {
        private final ClientStateCodec codec = new ClientStateCodec();
        private final Map<Origin, Detection> detections = new LinkedHashMap<>();
        private final Map<ClientId, byte[]> states = new HashMap<>();
        private final List<Long> expiredAt = new ArrayList<>();
        private long nextOffset;
        private long foundUpTo;
        private Counts counts = Counts.NONE;
        private final List<Adoption> adoptions = new ArrayList<>();
        private long edition = 1;

        Taken taken(long newestEdition) {
            if (nextOffset >= foundUpTo) {
                judgedBy(newestEdition);
            }
            return new Taken(new Epoch(PARTITION, 1), nextOffset, foundUpTo, counts, edition);
        }

        private void judgedBy(long newer) {
            if (newer > edition) {
                adoptions.add(new Adoption(nextOffset, newer));
                edition = newer;
            }
        }

        void record(List<Detection> found, long upTo) {
            foundUpTo = found.isEmpty() ? foundUpTo : Math.max(foundUpTo, upTo);
            found.forEach(detection -> detections.putIfAbsent(detection.origin(), detection));
        }

        void keep(Checkpoint checkpoint) {
            record(checkpoint.detections(), checkpoint.nextOffset());
            checkpoint.changed().forEach((client, state) -> states.put(client, codec.encode(state)));
            nextOffset = checkpoint.nextOffset();
            counts = checkpoint.counts();
            judgedBy(checkpoint.edition());
        }

        Map<ClientId, ClientState> decoded() {
            Map<ClientId, ClientState> decoded = new HashMap<>();
            states.forEach((client, bytes) -> decoded.put(client, codec.decode(bytes, BEGIN.toEpochMilli())));
            return decoded;
        }

        /** In the order in which they were kept, client by client: nothing is promised between clients. */
        Map<ClientId, List<Detection>> findings() {
            Map<ClientId, List<Detection>> byClient = new HashMap<>();
            detections.values().forEach(detection -> byClient.computeIfAbsent(
                            detection.client(), client -> new ArrayList<>())
                    .add(detection));
            return byClient;
        }

        Map<ClientId, String> states() {
            Map<ClientId, String> text = new HashMap<>();
            states.forEach((client, bytes) -> text.put(client, HexFormat.of().formatHex(bytes)));
            return text;
        }
    }
}
