package io.tidemark.respond.postgres;

import static io.tidemark.respond.postgres.Columns.required;
import static io.tidemark.respond.postgres.Columns.text;

import io.r2dbc.spi.Readable;
import io.tidemark.bank.BranchId;
import io.tidemark.bank.ManagerId;
import io.tidemark.respond.Rosters;
import io.tidemark.route.Absence;
import io.tidemark.route.Person;
import io.tidemark.route.Roster;
import io.tidemark.route.Roster.DayKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Holds the roster in memory for as long as its version in the database is the same. */
final class PostgresRosters implements Rosters {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DatabaseClient database;
    private final PersonRows persons;
    private final Clock clock;
    private final AtomicReference<Held> held = new AtomicReference<>(new Held(-1, Mono.empty()));

    PostgresRosters(DatabaseClient database, PersonRows persons, Clock clock) {
        this.database = database;
        this.persons = persons;
        this.clock = clock;
    }

    private record Held(long version, Mono<Roster> roster) {}

    @Override
    public Mono<Roster> current() {
        return database.sql("select version from roster")
                .map(row -> required(row, "version", Long.class))
                .one()
                .flatMap(this::of)
                .timeout(PATIENCE);
    }

    /** Read once for everybody who asks; what was read after its version is that version or newer. */
    private Mono<Roster> of(long version) {
        Held current = held.get();
        if (current.version() == version) {
            return current.roster();
        }
        Held next = new Held(version, read().cache());
        Held now = held.compareAndSet(current, next) ? next : held.get();
        return now.roster().doOnError(failure -> held.compareAndSet(now, new Held(-1, Mono.empty())));
    }

    private Mono<Roster> read() {
        return Mono.zip(people(), absences(), branches(), days())
                .map(read -> new RosterTable(read.getT1(), read.getT2(), read.getT3(), read.getT4()));
    }

    private Mono<Map<ManagerId, Person>> people() {
        return persons.all().collectMap(Person::id);
    }

    private Mono<Map<ManagerId, List<Absence>>> absences() {
        return database.sql("select manager_id, from_at, to_at, delegate_id from absence where to_at > :now")
                .bind("now", clock.instant())
                .map(PostgresRosters::absence)
                .all()
                .collectMultimap(Absence::of)
                .map(PostgresRosters::lists);
    }

    private Mono<Map<BranchId, BranchId>> branches() {
        return database.sql("select branch_id, above from branch where above is not null")
                .map(row -> Map.entry(new BranchId(text(row, "branch_id")), new BranchId(text(row, "above"))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Map<LocalDate, DayKind>> days() {
        return database.sql("select day, workday from holiday")
                .map(row -> Map.entry(
                        required(row, "day", LocalDate.class),
                        required(row, "workday", Boolean.class) ? DayKind.WORKDAY : DayKind.HOLIDAY))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Absence absence(Readable row) {
        return new Absence(
                new ManagerId(text(row, "manager_id")),
                required(row, "from_at", Instant.class),
                required(row, "to_at", Instant.class),
                new ManagerId(text(row, "delegate_id")));
    }

    private static Map<ManagerId, List<Absence>> lists(Map<ManagerId, Collection<Absence>> read) {
        Map<ManagerId, List<Absence>> lists = new HashMap<>();
        read.forEach((manager, absences) -> lists.put(manager, List.copyOf(absences)));
        return lists;
    }
}
