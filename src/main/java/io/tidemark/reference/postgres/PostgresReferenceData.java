package io.tidemark.reference.postgres;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.tidemark.reference.Kind;
import io.tidemark.reference.ReferenceData;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The lock of a kind belongs to the import's own session: it is gone with the connection, however that ends. */
final class PostgresReferenceData implements ReferenceData {
    /** One that runs, and one that waits to see whether it is about to end. */
    private static final int AT_ONCE = 2;

    private static final int ATTEMPTS = 10;
    private static final Duration BETWEEN = Duration.ofMillis(200);
    /** Without the plans that are best for few rows, or read a whole table: each statement looks up a thousand keys. */
    private static final String SET_UP = """
            set statement_timeout = '30s';
            set lock_timeout = '20s';
            set idle_session_timeout = '15min';
            set jit = off;
            set enable_hashjoin = off;
            set enable_mergejoin = off;
            set enable_seqscan = off
            """;

    private final PostgresqlConnectionFactory connections;
    private final DatabaseClient database;
    private final Clock clock;
    private final Map<Kind, Semaphore> here = new EnumMap<>(Kind.class);

    PostgresReferenceData(PostgresqlConnectionFactory connections, DatabaseClient database, Clock clock) {
        this.connections = connections;
        this.database = database;
        this.clock = clock;
        for (Kind kind : Kind.values()) {
            here.put(kind, new Semaphore(AT_ONCE));
        }
    }

    @Override
    public <T> Mono<T> alone(Kind kind, Function<Import, Mono<T>> work) {
        Semaphore permits = Objects.requireNonNull(here.get(kind));
        return Mono.using(
                () -> permits.tryAcquire(),
                permitted -> permitted ? locked(kind, work) : Mono.error(new Busy(kind)),
                permitted -> {
                    if (permitted) {
                        permits.release();
                    }
                });
    }

    private <T> Mono<T> locked(Kind kind, Function<Import, Mono<T>> work) {
        return Mono.usingWhen(
                connections.create(),
                connection -> setUp(connection)
                        .then(lock(connection, kind))
                        .then(Mono.defer(() -> work.apply(new ImportSession(kind, connection, clock)))),
                PostgresqlConnection::close);
    }

    private static Mono<Void> setUp(PostgresqlConnection connection) {
        return connection
                .createStatement(SET_UP)
                .execute()
                .concatMap(PostgresqlResult::getRowsUpdated)
                .then();
    }

    /** Asks for a while: an import whose caller has gone ends with the statement that it is in. */
    private static Mono<Void> lock(PostgresqlConnection connection, Kind kind) {
        return Mono.defer(() -> connection
                        .createStatement("select pg_try_advisory_lock($1, $2) as held")
                        .bind("$1", Locks.SPACE)
                        .bind("$2", Locks.of(kind))
                        .execute()
                        .concatMap(result -> result.map(row -> Objects.requireNonNull(row.get("held", Boolean.class))))
                        .single())
                .filter(held -> held)
                .repeatWhenEmpty(refusals -> refusals.take(ATTEMPTS).delayElements(BETWEEN))
                .switchIfEmpty(Mono.error(() -> new Busy(kind)))
                .then();
    }

    @Override
    public Mono<Long> entries(Kind kind) {
        return database.sql("select count(*) from " + table(kind))
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    private static String table(Kind kind) {
        return switch (kind) {
            case BRANCHES -> "branch";
            default -> kind.name().substring(0, kind.name().length() - 1).toLowerCase(Locale.ROOT);
        };
    }
}
