package io.tidemark.feed;

import io.tidemark.alert.Alert;
import io.tidemark.local.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import tools.jackson.databind.json.JsonMapper;

/** Writes as the intake does: alerts and their events in one transaction, and a word to the relay. */
public final class FeedTables implements AutoCloseable {
    private final Connection connection;
    private final JsonMapper json;
    private long written;

    public FeedTables(Database database, JsonMapper json) throws SQLException {
        this.connection = DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
        this.connection.setAutoCommit(false);
        this.json = json;
    }

    /** How many have been raised here. */
    public long written() {
        return written;
    }

    public void raise(int alerts) throws SQLException {
        raise(alerts, SampleAlerts::number);
    }

    public void raise(int alerts, LongFunction<Alert> alert) throws SQLException {
        for (int i = 0; i < alerts; i++) {
            insert(alert.apply(++written));
        }
        commit();
    }

    public void update(Alert alert) throws SQLException {
        feed(alert, FeedEvent.Kind.UPDATE);
        commit();
    }

    /** Many events in one transaction, each about the first alert. */
    public void updateOften(int times) throws SQLException {
        execute("insert into feed (alert_id, kind, document) select alert_id, 'UPDATE', document"
                + " from (select * from alert order by seq limit 1) as first, generate_series(1, " + times + ")");
        commit();
    }

    /** Events up to the position are no longer kept. */
    public void forget(long position) throws SQLException {
        execute("delete from feed where position <= " + position);
    }

    public void execute(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
        connection.commit();
    }

    public List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        connection.commit();
        return values;
    }

    private void insert(Alert alert) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into alert (alert_id, client_id, branch, manager, rule, severity, status, document)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            statement.setObject(1, alert.id().value());
            statement.setString(2, alert.client().value());
            statement.setString(3, alert.branch().value());
            statement.setString(4, alert.manager().value());
            statement.setString(5, alert.rule().name());
            statement.setString(6, alert.severity().name());
            statement.setString(7, alert.status().name());
            statement.setString(8, json.writeValueAsString(alert));
            statement.executeUpdate();
        }
        feed(alert, FeedEvent.Kind.ALERT);
    }

    private void feed(Alert alert, FeedEvent.Kind kind) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into feed (alert_id, kind, document) values (?, ?, ?)")) {
            statement.setObject(1, alert.id().value());
            statement.setString(2, kind.name());
            statement.setString(3, json.writeValueAsString(alert));
            statement.executeUpdate();
        }
    }

    private void commit() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_notify('tidemark_feed', '')")) {
            statement.execute();
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
