package io.tidemark.respond.postgres;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Parameters;
import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertId;
import io.tidemark.app.DocumentMapper;
import io.tidemark.local.Database;
import io.tidemark.local.SharedStack;
import io.tidemark.respond.CaseStore;
import io.tidemark.respond.Cases;
import io.tidemark.respond.News;
import io.tidemark.respond.Rosters;
import io.tidemark.route.People;
import io.tidemark.route.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** The tables of a database of its own. */
final class PostgresCaseStore implements CaseStore {
    private static final Duration SOON = Duration.ofSeconds(30);
    private final JsonMapper json = DocumentMapper.create();
    private final PostgresqlConnectionFactory connections;
    private final DatabaseClient database;
    private final Cases cases;
    private final Rosters rosters;

    PostgresCaseStore(Clock clock) {
        Database fresh = SharedStack.freshDatabase();
        Flyway.configure()
                .dataSource(fresh.jdbcUrl(), fresh.username(), fresh.password())
                .load()
                .migrate();
        connections = new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(fresh.host())
                .port(fresh.port())
                .database(fresh.name())
                .username(fresh.username())
                .password(fresh.password())
                .build());
        ConnectionPool pool = new ConnectionPool(ConnectionPoolConfiguration.builder(connections)
                .initialSize(0)
                .maxSize(10)
                .build());
        database = DatabaseClient.create(pool);
        PostgresRespondConfiguration wiring = new PostgresRespondConfiguration();
        cases = wiring.cases(database, TransactionalOperator.create(new R2dbcTransactionManager(pool)), json);
        rosters = wiring.rosters(database, json, clock);
    }

    PostgresCaseStore emptied() {
        execute("truncate alert, feed, timeline, delivery, answer, assignment, manager, branch, holiday,"
                + " personal_settings, absence");
        execute("update roster set version = version + 1");
        return this;
    }

    void execute(String sql) {
        database.sql(sql).then().block(SOON);
    }

    News news() {
        return new PostgresNews(connections);
    }

    @Override
    public Cases cases() {
        return cases;
    }

    @Override
    public Rosters rosters() {
        return rosters;
    }

    @Override
    public void raise(Alert alert) {
        database.sql("""
                        with raised as (
                            insert into alert (alert_id, client_id, branch, manager, rule, severity, status, episode,
                                code, look_at, document)
                            values (:id, :client, :branch, :manager, :rule, :severity, 'OPEN', :episode, :code, :at,
                                :document)
                        ), fed as (
                            insert into feed (alert_id, kind, document) values (:id, 'ALERT', :document) returning 1
                        )
                        select pg_notify('tidemark_feed', '') from fed
                        """)
                .bind("id", alert.id().value())
                .bind("client", alert.client().value())
                .bind("branch", Objects.requireNonNull(alert.branch()).value())
                .bind("manager", Objects.requireNonNull(alert.manager()).value())
                .bind("rule", alert.rule().name())
                .bind("severity", alert.severity().name())
                .bind("episode", Objects.requireNonNull(alert.episode()).id())
                .bind("code", alert.id().shortCode())
                .bind("at", alert.detectedAt())
                .bind("document", json.writeValueAsString(alert))
                .then()
                .block(SOON);
    }

    @Override
    public void knows(People... people) {
        for (People each : people) {
            Person person = each.person();
            database.sql("""
                            insert into manager (manager_id, name, branch_id, mobile, locale, zone, supervisor)
                            values (:id, :name, :branch, :mobile, :locale, :zone, :supervisor)
                            """)
                    .bind("id", person.id().value())
                    .bind("name", person.name())
                    .bind("branch", Objects.requireNonNull(person.branch()).value())
                    .bind("mobile", Objects.requireNonNull(person.mobile()))
                    .bind("locale", person.locale().toLanguageTag())
                    .bind("zone", person.zone().getId())
                    .bind("supervisor", person.supervisor())
                    .then()
                    .block(SOON);
        }
        execute("update roster set version = version + 1");
    }

    @Override
    public void assign(String client, String manager, Instant from, @Nullable Instant to) {
        database.sql("""
                        with open as (
                            update alert set look_at = least(look_at, :from) where client_id = :client
                        )
                        insert into assignment values (:client, :manager, :from, :to)
                        """)
                .bind("client", client)
                .bind("manager", manager)
                .bind("from", from)
                .bind("to", to == null ? Parameters.in(Instant.class) : to)
                .then()
                .block(SOON);
    }

    @Override
    public Alert current(AlertId id) {
        return json.readValue(
                column(id, "select document from alert where alert_id = :id").get(0), Alert.class);
    }

    @Override
    public @Nullable Instant lookAt(AlertId id) {
        return database.sql("select look_at from alert where alert_id = :id and look_at is not null")
                .bind("id", id.value())
                .map(row -> Objects.requireNonNull(row.get("look_at", Instant.class)))
                .one()
                .block(SOON);
    }

    @Override
    public List<String> deliveries(AlertId id) {
        return column(id, """
                select concat_ws(' ', recipient, channel, step, state, reason) from delivery where alert_id = :id
                order by delivery_id""");
    }

    @Override
    public List<String> events(AlertId id) {
        return column(id, """
                select concat_ws(' ', kind, document::json -> 'life' ->> 'status', document::json -> 'life' ->> 'version')
                from feed where alert_id = :id order by seq""");
    }

    List<String> column(AlertId id, String sql) {
        return list(database.sql(sql)
                .bind("id", id.value())
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all());
    }

    private static List<String> list(Flux<String> rows) {
        return Objects.requireNonNull(rows.collectList().block(SOON));
    }
}
