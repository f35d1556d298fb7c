package io.tidemark.endtoend;

import io.tidemark.alert.Alert;
import io.tidemark.app.DocumentMapper;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.feed.SampleAlerts;
import io.tidemark.local.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Alerts, each for a manager of its own, and each planned as an SMS that is due; written past the service. */
final class Backlog {
    private static final String MANAGER = """
            insert into manager (manager_id, name, branch_id, mobile, locale, zone, supervisor)
            values (?, '李娜', 'SZ-01', ?, ?, 'Asia/Shanghai', false)""";
    private static final String ALERT = """
            insert into alert (alert_id, client_id, branch, manager, rule, severity, status, document, code)
            values (?, ?, 'SZ-01', ?, ?, ?, 'OPEN', ?, ?)""";
    private static final String DELIVERY = """
            insert into delivery (alert_id, recipient, channel, step, role, severity, due_at)
            values (?, ?, 'SMS', 1, 'MANAGER', ?, ?)""";

    private final JsonMapper json = DocumentMapper.create();
    private final Database database;
    private final Instant due;

    Backlog(Database database, Instant due) {
        this.database = database;
        this.due = due;
    }

    /** All at once; the codes that open the alerts. */
    List<String> plan(int count) {
        List<String> codes = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                PreparedStatement managers = connection.prepareStatement(MANAGER);
                PreparedStatement alerts = connection.prepareStatement(ALERT);
                PreparedStatement deliveries = connection.prepareStatement(DELIVERY);
                PreparedStatement roster = connection.prepareStatement("update roster set version = version + 1");
                // As a database knows its tables that did not come into being a moment ago.
                PreparedStatement analysis = connection.prepareStatement("analyze manager, alert, delivery")) {
            connection.setAutoCommit(false);
            for (int number = 0; number < count; number++) {
                Alert alert = alert(number);
                manager(managers, number);
                alert(alerts, alert, number);
                delivery(deliveries, alert, number);
                codes.add(alert.id().shortCode());
            }
            roster.addBatch();
            for (PreparedStatement statement : List.of(managers, roster, alerts, deliveries)) {
                statement.executeBatch();
            }
            analysis.execute();
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return codes;
    }

    private static Alert alert(int number) {
        Severity severity = number % 4 == 0 ? Severity.CRITICAL : Severity.HIGH;
        return SampleAlerts.of(number, "C-" + number, Rule.CRITICAL_BAND, severity);
    }

    /** Every other one reads English, in which a Chinese name takes two segments. */
    private static void manager(PreparedStatement statement, int number) throws SQLException {
        statement.setString(1, "M-" + number);
        statement.setString(2, "+86139" + (10_000_000 + number));
        statement.setString(3, number % 2 == 0 ? "zh-CN" : "en");
        statement.addBatch();
    }

    private void alert(PreparedStatement statement, Alert alert, int number) throws SQLException {
        statement.setObject(1, alert.id().value());
        statement.setString(2, alert.client().value());
        statement.setString(3, "M-" + number);
        statement.setString(4, alert.rule().name());
        statement.setString(5, alert.severity().name());
        statement.setString(6, json.writeValueAsString(alert));
        statement.setString(7, alert.id().shortCode());
        statement.addBatch();
    }

    private void delivery(PreparedStatement statement, Alert alert, int number) throws SQLException {
        statement.setObject(1, alert.id().value());
        statement.setString(2, "M-" + number);
        statement.setString(3, alert.severity().name());
        statement.setTimestamp(4, Timestamp.from(due));
        statement.addBatch();
    }
}
