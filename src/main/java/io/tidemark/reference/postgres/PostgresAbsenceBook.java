package io.tidemark.reference.postgres;

import io.r2dbc.spi.Readable;
import io.tidemark.bank.ManagerId;
import io.tidemark.reference.AbsenceBook;
import io.tidemark.reference.Objection;
import io.tidemark.route.Absence;
import io.tidemark.route.Absences;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Entries are made one after the other, in the whole cluster: two absences that look harmless alone may cross. */
final class PostgresAbsenceBook implements AbsenceBook {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String SELECT = "select absence_id, manager_id, from_at, to_at, delegate_id from absence";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    PostgresAbsenceBook(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public Mono<List<Entered>> of(ManagerId manager) {
        return require(manager, PostgresPersonalSettings.unknown(manager))
                .thenMany(database.sql(SELECT + " where manager_id = :manager order by from_at desc limit " + LISTED)
                        .bind("manager", manager.value())
                        .map(PostgresAbsenceBook::entered)
                        .all())
                .collectList()
                .timeout(PATIENCE);
    }

    @Override
    public Mono<Entered> enter(Absence absence) {
        Entered entered = new Entered(UUID.randomUUID(), absence);
        Mono<Void> checked = require(absence.of(), PostgresPersonalSettings.unknown(absence.of()))
                .then(require(absence.delegate(), unknownDelegate(absence.delegate())))
                .then(Mono.defer(() -> overlapping(absence).collectList()))
                .flatMap(others -> objection(absence, others));
        return oneAfterTheOther()
                .then(checked)
                .then(Mono.defer(() -> insert(entered)))
                .then(countUp())
                .as(transaction::transactional)
                .timeout(PATIENCE)
                .thenReturn(entered);
    }

    @Override
    public Mono<Void> strike(ManagerId manager, UUID id) {
        return database.sql("delete from absence where absence_id = :id and manager_id = :manager")
                .bind("id", id)
                .bind("manager", manager.value())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> Objection.unknown("There is no such absence of " + manager + ".")))
                .then(countUp())
                .as(transaction::transactional)
                .timeout(PATIENCE);
    }

    private Mono<Void> oneAfterTheOther() {
        return database.sql("select pg_advisory_xact_lock(:space, :number)")
                .bind("space", Locks.SPACE)
                .bind("number", Locks.ABSENCES)
                .then();
    }

    private Mono<Void> require(ManagerId manager, Objection otherwise) {
        return database.sql("select manager_id from manager where manager_id = :manager")
                .bind("manager", manager.value())
                .map(row -> true)
                .one()
                .switchIfEmpty(Mono.error(otherwise))
                .then();
    }

    private Flux<Absence> overlapping(Absence absence) {
        return database.sql(SELECT + " where from_at < :to and to_at > :from")
                .bind("from", absence.from())
                .bind("to", absence.to())
                .map(row -> entered(row).absence())
                .all();
    }

    private static Mono<Void> objection(Absence fresh, List<Absence> others) {
        if (others.stream().anyMatch(other -> other.of().equals(fresh.of()))) {
            return Mono.error(Objection.conflict(fresh.of()
                    + " is away at that time already; choose other times, or delete the absence that is there."));
        }
        return Mono.justOrEmpty(Absences.objection(fresh, others))
                .flatMap(sentence -> Mono.error(Objection.conflict(sentence)));
    }

    private Mono<Void> insert(Entered entered) {
        Absence absence = entered.absence();
        return database.sql("""
                        insert into absence (absence_id, manager_id, from_at, to_at, delegate_id)
                        values (:id, :manager, :from, :to, :delegate)""")
                .bind("id", entered.id())
                .bind("manager", absence.of().value())
                .bind("from", absence.from())
                .bind("to", absence.to())
                .bind("delegate", absence.delegate().value())
                .then();
    }

    private Mono<Void> countUp() {
        return database.sql("update roster set version = version + 1").then();
    }

    private static Objection unknownDelegate(ManagerId delegate) {
        return Objection.impossible(
                "The bank has not told of anybody with the id " + delegate + "; somebody else must stand in.");
    }

    private static Entered entered(Readable row) {
        return new Entered(
                required(row, "absence_id", UUID.class),
                new Absence(
                        new ManagerId(required(row, "manager_id", String.class)),
                        required(row, "from_at", Instant.class),
                        required(row, "to_at", Instant.class),
                        new ManagerId(required(row, "delegate_id", String.class))));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
