package io.tidemark.feed.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.tidemark.feed.FeedStoreContract;
import io.tidemark.feed.History;
import io.tidemark.feed.Positions;
import io.tidemark.local.Database;
import io.tidemark.local.SharedStack;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

class PostgresFeedStoreIT extends FeedStoreContract {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Database DATABASE = SharedStack.freshDatabase();

    private final PostgresqlConnectionFactory connections =
            new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                    .host(DATABASE.host())
                    .port(DATABASE.port())
                    .database(DATABASE.name())
                    .username(DATABASE.username())
                    .password(DATABASE.password())
                    .build());
    private final DatabaseClient database = DatabaseClient.create(connections);

    @BeforeEach
    void empty() {
        Flyway.configure()
                .dataSource(DATABASE.jdbcUrl(), DATABASE.username(), DATABASE.password())
                .load()
                .migrate();
        database.sql("truncate feed, alert cascade").then().block(SOON);
    }

    @Override
    protected History history() {
        return new PostgresHistory(database);
    }

    @Override
    protected Positions positions() {
        return new PostgresPositions(connections);
    }

    @Override
    protected void record(List<String> documents) {
        database.sql("""
                        with raised as (
                            insert into alert (alert_id, client_id, rule, severity, status, document)
                            select gen_random_uuid(), 'C', 'NEAR_LINE', 'LOW', 'OPEN', d.document
                            from unnest(:documents) with ordinality as d (document, place) order by d.place
                            returning alert_id, seq, document
                        ), fed as (
                            insert into feed (alert_id, kind, document)
                            select alert_id, 'ALERT', document from raised order by seq returning 1
                        )
                        select pg_notify('tidemark_feed', '') from (select count(*) from fed) as all_fed
                        """)
                .bind("documents", documents.toArray(String[]::new))
                .then()
                .block(SOON);
    }

    @Override
    protected void forget(int oldest) {
        database.sql("delete from feed where position <= " + oldest).then().block(SOON);
    }

    @Test
    void whoeverLosesTheSessionLosesTheRightAndWritesNothing() {
        record(List.of("d1"));
        Mono<Void> ended = database.sql("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                        + " and database = (select oid from pg_database where datname = current_database())")
                .then();
        assertThatThrownBy(() -> positions()
                        .whileHeld(session -> ended.then(session.assign(9)))
                        .blockLast(SOON))
                .isNotNull();
        assertThat(history().after(0, 9).block(SOON)).isEmpty();
        assertThat(positions().whileHeld(session -> session.assign(9)).blockLast(SOON))
                .hasSize(1);
    }

    @Test
    void theServerEndsASessionWhoseInstanceHangs() {
        // Nobody asks anything through the session: as if the instance were stopped.
        assertThatThrownBy(() -> positions()
                        .whileHeld(session -> untilNobodyHoldsTheRight().then(session.assign(9)))
                        .blockLast(SOON))
                .isNotNull();
    }

    private Mono<Long> untilNobodyHoldsTheRight() {
        return database.sql("select count(*) as held from pg_locks where locktype = 'advisory' and database ="
                        + " (select oid from pg_database where datname = current_database())")
                .map(row -> row.get("held", Long.class))
                .one()
                .filter(held -> held == 0)
                .repeatWhenEmpty(Integer.MAX_VALUE, attempts -> attempts.delayElements(Duration.ofMillis(100)));
    }
}
