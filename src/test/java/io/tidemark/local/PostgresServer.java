package io.tidemark.local;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/** A PostgreSQL with the service's role in it, which may make nothing but tables in databases made for it. */
final class PostgresServer {
    private static final String ROLE = "tidemark";

    private final String superuserPassword = UUID.randomUUID().toString();
    private final String password = UUID.randomUUID().toString();
    private final ServerProcess process;

    private PostgresServer(RunDirectory run) {
        var programs = PostgresPrograms.unpack(run, superuserPassword);
        process = ServerProcess.startAnywhere(programs::at, run.path());
        execute("CREATE ROLE " + ROLE + " LOGIN PASSWORD '" + password + "'");
    }

    static PostgresServer start(RunDirectory run) {
        return new PostgresServer(run);
    }

    ServerProcess process() {
        return process;
    }

    Database create(String name, String template) {
        execute("CREATE DATABASE \"" + name + "\" OWNER " + ROLE + " TEMPLATE \"" + template + "\"");
        return new Database("127.0.0.1", process.port(), name, ROLE, password);
    }

    private void execute(String statement) {
        var maintenance =
                new Database("127.0.0.1", process.port(), "postgres", PostgresPrograms.SUPERUSER, superuserPassword);
        try (var connection = DriverManager.getConnection(
                        maintenance.jdbcUrl(), maintenance.username(), maintenance.password());
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
