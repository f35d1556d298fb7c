package io.tidemark.feed.postgres;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.tidemark.feed.Positions;
import io.tidemark.feed.StoredEvent;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The right is an advisory lock of the very session that writes the positions: whoever loses the connection loses both at
 * once. A session whose instance hangs is ended by the server, so that another one's turn comes.
 */
final class PostgresPositions implements Positions {
    private static final String CHANNEL = "tidemark_feed";
    private static final long LOCK = 0x7469_6465_6665_6564L;
    private static final Duration STANDBY = Duration.ofMillis(500);
    private static final String SET_UP = """
            set idle_session_timeout = '5s';
            set idle_in_transaction_session_timeout = '5s';
            set statement_timeout = '10s'
            """;
    private static final String ASSIGN = """
            with next as (
                select seq from feed where position is null order by seq limit $1
            ), given as (
                select seq, (select coalesce(max(position), 0) from feed) + row_number() over (order by seq) as position
                from next
            )
            update feed set position = given.position from given where feed.seq = given.seq
            returning feed.position, feed.kind, feed.document
            """;

    private final PostgresqlConnectionFactory connections;

    PostgresPositions(PostgresqlConnectionFactory connections) {
        this.connections = connections;
    }

    @Override
    public <T> Flux<T> whileHeld(Function<Session, Publisher<T>> work) {
        return Flux.usingWhen(
                connections.create(),
                connection -> lock(connection)
                        .then(execute(connection, "listen " + CHANNEL))
                        .thenMany(Flux.defer(() -> work.apply(session(connection)))),
                PostgresqlConnection::close);
    }

    /** Asks again and again: a statement that waited for the lock would keep the server from cleaning up all the while. */
    private static Mono<Void> lock(PostgresqlConnection connection) {
        return execute(connection, SET_UP)
                .then(tryLock(connection))
                .filter(held -> held)
                .repeatWhenEmpty(Integer.MAX_VALUE, refusals -> refusals.delayElements(STANDBY))
                .then();
    }

    private static Mono<Boolean> tryLock(PostgresqlConnection connection) {
        return Mono.defer(() -> connection
                .createStatement("select pg_try_advisory_lock($1) as held")
                .bind("$1", LOCK)
                .execute()
                .concatMap(result -> result.map(row -> FeedRow.required(row.get("held", Boolean.class))))
                .single());
    }

    private static Mono<Void> execute(PostgresqlConnection connection, String sql) {
        return connection
                .createStatement(sql)
                .execute()
                .concatMap(PostgresqlResult::getRowsUpdated)
                .then();
    }

    private static Session session(PostgresqlConnection connection) {
        return new Session() {
            @Override
            public Flux<?> news() {
                return connection.getNotifications();
            }

            @Override
            public Mono<List<StoredEvent>> assign(int limit) {
                return connection
                        .createStatement(ASSIGN)
                        .bind("$1", limit)
                        .execute()
                        .concatMap(result -> result.map(FeedRow::read))
                        .collectSortedList(Comparator.comparingLong(StoredEvent::position));
            }
        };
    }
}
