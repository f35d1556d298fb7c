package io.tidemark.intake.postgres;

import io.r2dbc.spi.Readable;
import io.tidemark.alert.Detection;
import io.tidemark.bank.ClientId;
import io.tidemark.detect.ClientStateCodec;
import io.tidemark.intake.Counts;
import io.tidemark.intake.Epoch;
import io.tidemark.intake.Fenced;
import io.tidemark.intake.Journal;
import io.tidemark.intake.Partition;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The journal as tables. Each write updates the partition's row, and so waits for whoever else is writing for the
 * partition or taking it; a checkpoint does so last, as alerts must not wait while its states are written.
 */
final class PostgresJournal implements Journal {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final DetectionRows detectionRows;
    private final Clock clock;

    PostgresJournal(
            DatabaseClient database, TransactionalOperator transaction, DetectionRows detectionRows, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.detectionRows = detectionRows;
        this.clock = clock;
    }

    @Override
    public Mono<Taken> take(Partition partition, long newestEdition) {
        Mono<Void> known = of(partition, """
                insert into partition_progress
                    (topic, partition, epoch, next_offset, found_up_to, applied, stale, parked)
                values (:topic, :partition, 0, 0, 0, 0, 0, 0) on conflict do nothing""").then();
        Mono<Taken> taken = of(partition, """
                update partition_progress
                set epoch = epoch + 1,
                    edition = case when next_offset < found_up_to then edition else greatest(edition, :newest) end
                where topic = :topic and partition = :partition
                returning epoch, next_offset, found_up_to, applied, stale, parked, edition""")
                .bind("newest", newestEdition)
                .map(row -> taken(partition, row))
                .one();
        return known.then(taken).as(transaction::transactional).timeout(PATIENCE);
    }

    @Override
    public Flux<Known> states(Partition partition) {
        ClientStateCodec codec = new ClientStateCodec();
        return of(
                        partition,
                        "select client_id, state from client_state where topic = :topic and partition = :partition")
                .filter(statement -> statement.fetchSize(StateRows.AT_ONCE))
                .map(row -> new Stored(text(row, "client_id"), bytes(row, "state")))
                .all()
                .publishOn(Schedulers.parallel())
                .map(stored -> new Known(new ClientId(stored.client()), codec.decode(stored.state(), clock.millis())));
    }

    @Override
    public Mono<Void> record(Epoch epoch, List<Detection> detections, long foundUpTo) {
        return detectionRows.insert(epoch, detections, foundUpTo).timeout(PATIENCE);
    }

    @Override
    public Mono<Void> checkpoint(Epoch epoch, Checkpoint checkpoint) {
        Mono<Void> detections = checkpoint.detections().isEmpty()
                ? Mono.empty()
                : detectionRows.insert(epoch, checkpoint.detections(), checkpoint.nextOffset());
        Mono<Void> states = StateRows.of(checkpoint.changed())
                .concatMap(rows -> rows.upsert(database, epoch.partition()))
                .then();
        // Last, so that its row is locked no longer than it takes to commit.
        Mono<Void> progress = progress(epoch, checkpoint);
        return detections
                .then(states)
                .then(progress)
                .as(transaction::transactional)
                .timeout(PATIENCE);
    }

    private Mono<Void> progress(Epoch epoch, Checkpoint checkpoint) {
        return of(epoch.partition(), """
                update partition_progress
                set next_offset = :nextOffset, applied = :applied, stale = :stale, parked = :parked, edition = :edition
                where topic = :topic and partition = :partition and epoch = :epoch""")
                .bind("epoch", epoch.number())
                .bind("nextOffset", checkpoint.nextOffset())
                .bind("applied", checkpoint.counts().applied())
                .bind("stale", checkpoint.counts().stale())
                .bind("parked", checkpoint.counts().parked())
                .bind("edition", checkpoint.edition())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Fenced(epoch)))
                .then();
    }

    private DatabaseClient.GenericExecuteSpec of(Partition partition, String sql) {
        return database.sql(sql).bind("topic", partition.topic()).bind("partition", partition.number());
    }

    private static Taken taken(Partition partition, Readable row) {
        Counts counts = new Counts(number(row, "applied"), number(row, "stale"), number(row, "parked"));
        return new Taken(
                new Epoch(partition, number(row, "epoch")),
                number(row, "next_offset"),
                number(row, "found_up_to"),
                counts,
                number(row, "edition"));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static byte[] bytes(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, byte[].class));
    }

    @SuppressWarnings("ArrayRecordComponent") // lives from the row to its decoding
    private record Stored(String client, byte[] state) {}
}
