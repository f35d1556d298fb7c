package io.tidemark.app;

import io.tidemark.startup.StartupProblem;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/** Says that the database is there and has the tables of this version; instances that start at once wait for each other. */
final class MigratedDatabase {
    private static final String CONNECTION = "08";
    private static final String AUTHORIZATION = "28";
    private static final String NO_SUCH_DATABASE = "3D";

    private MigratedDatabase() {}

    static MigratedDatabase at(PostgresProperties postgres) {
        try {
            Flyway.configure()
                    .dataSource(postgres.jdbcUrl(), postgres.username(), postgres.password())
                    .load()
                    .migrate();
            return new MigratedDatabase();
        } catch (FlywayException failure) {
            throw explained(postgres, failure);
        }
    }

    private static RuntimeException explained(PostgresProperties postgres, FlywayException failure) {
        @Nullable Throwable cause = NestedExceptionUtils.getRootCause(failure);
        @Nullable String state = sqlState(failure);
        if (state == null) {
            return failure;
        }
        String wrong =
                "PostgreSQL at " + postgres + " can't be used: " + (cause == null ? failure : cause).getMessage() + ".";
        return switch (state.substring(0, 2)) {
            case CONNECTION ->
                new StartupProblem(
                        wrong,
                        "Start it, or set tidemark.postgres.host and tidemark.postgres.port to where it is.",
                        failure);
            case AUTHORIZATION ->
                new StartupProblem(
                        wrong,
                        "Set tidemark.postgres.username and tidemark.postgres.password to a role that may log in.",
                        failure);
            case NO_SUCH_DATABASE ->
                new StartupProblem(
                        wrong, "Create the database, or set tidemark.postgres.database to one that there is.", failure);
            default -> failure;
        };
    }

    private static @Nullable String sqlState(Throwable failure) {
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
