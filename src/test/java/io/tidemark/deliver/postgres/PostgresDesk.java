package io.tidemark.deliver.postgres;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertId;
import io.tidemark.alert.AlertStatus;
import io.tidemark.app.DocumentMapper;
import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.Desk;
import io.tidemark.deliver.Ledger;
import io.tidemark.detect.Severity;
import io.tidemark.local.Database;
import io.tidemark.local.SharedStack;
import io.tidemark.route.Channel;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

/** A ledger in a database of its own, and what others do to it. */
final class PostgresDesk implements Desk, AutoCloseable {
    private final JsonMapper json = DocumentMapper.create();
    private final ConnectionPool connections;
    final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final PostgresLedger ledger;

    /** Migrated. */
    static Database freshDatabase() {
        Database fresh = SharedStack.freshDatabase();
        Flyway.configure()
                .dataSource(fresh.jdbcUrl(), fresh.username(), fresh.password())
                .load()
                .migrate();
        return fresh;
    }

    PostgresDesk(Database fresh, Clock clock) {
        connections = new ConnectionPool(ConnectionPoolConfiguration.builder(
                        new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                                .host(fresh.host())
                                .port(fresh.port())
                                .database(fresh.name())
                                .username(fresh.username())
                                .password(fresh.password())
                                .build()))
                .maxSize(8)
                .build());
        database = DatabaseClient.create(connections);
        transaction = TransactionalOperator.create(new R2dbcTransactionManager(connections));
        ledger = PostgresLedgerConfiguration.ledger(
                database, transaction, new ClaimRows(database, json, TERMS, clock), TERMS, clock);
    }

    void empty() {
        database.sql("truncate delivery, timeline, attempt, message, part, alert cascade")
                .then()
                .block();
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public long plan(Alert alert, ManagerId recipient, Channel channel, Severity severity, Instant due) {
        database.sql("""
                insert into alert (alert_id, client_id, rule, severity, status, document)
                values (:id, :client, :rule, :severity, 'OPEN', :document) on conflict do nothing""")
                .bind("id", alert.id().value())
                .bind("client", alert.client().value())
                .bind("rule", alert.rule().name())
                .bind("severity", alert.severity().name())
                .bind("document", json.writeValueAsString(alert))
                .then()
                .block();
        return Objects.requireNonNull(database.sql("""
                        insert into delivery (alert_id, recipient, channel, step, role, severity, due_at)
                        values (:alert, :recipient, :channel, 1, 'MANAGER', :severity, :due) returning delivery_id""")
                .bind("alert", alert.id().value())
                .bind("recipient", recipient.value())
                .bind("channel", channel.name())
                .bind("severity", severity.name())
                .bind("due", due)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .block());
    }

    @Override
    public void answer(AlertId alert, AlertStatus status) {
        database.sql("update alert set status = :status where alert_id = :alert")
                .bind("status", status.name())
                .bind("alert", alert.value())
                .then()
                .then(database.sql("""
                        update delivery set state = 'EXPIRED', reason = :reason
                        where alert_id = :alert and state in ('PLANNED', 'CLAIMED')""")
                        .bind("alert", alert.value())
                        .bind("reason", status == AlertStatus.RESOLVED ? "RESOLVED" : "ACKNOWLEDGED")
                        .then())
                .as(transaction::transactional)
                .block();
    }

    @Override
    public String standing(long delivery) {
        return column(database.sql("select concat_ws(' ', state, reason) from delivery where delivery_id = :id")
                        .bind("id", delivery))
                .get(0);
    }

    @Override
    public List<String> standings() {
        return column(database.sql("select concat_ws(' ', state, reason) from delivery order by delivery_id"));
    }

    @Override
    public List<String> timeline(AlertId alert) {
        return column(database.sql("select kind from timeline where alert_id = :alert order by seq")
                .bind("alert", alert.value()));
    }

    List<String> column(GenericExecuteSpec sql) {
        return Objects.requireNonNull(sql.map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList()
                .block());
    }

    @Override
    public void close() {
        connections.dispose();
    }
}
