package io.tidemark.endtoend;

import io.tidemark.local.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a service has kept, read past the service. */
record Records(Database database) {

    /** Every alert but for when it was detected, by its id. */
    List<String> alerts() {
        return query("select (document::jsonb - 'detectedAt')::text from alert order by alert_id");
    }

    /** The alerts' ids in the order of the feed. */
    List<String> alertsByPosition() {
        return query("select alert_id::text from feed where position is not null order by position");
    }

    /** Every finding, in order, of one client after the other. */
    List<String> findings() {
        return query("""
                select concat_ws(' ', client_id, movement_id, cause, rule, qualifier, severity, suppressed)
                from finding order by client_id, seq""");
    }

    /** Up to which offset all partitions together are checkpointed. */
    long checkpointed() {
        return Long.parseLong(query("select coalesce(sum(next_offset), 0) from partition_progress")
                .get(0));
    }

    long withoutPosition() {
        return Long.parseLong(
                query("select count(*) from feed where position is null").get(0));
    }

    List<String> query(String sql) {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    void execute(String sql) {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
