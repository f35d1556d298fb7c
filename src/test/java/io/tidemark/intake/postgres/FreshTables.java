package io.tidemark.intake.postgres;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.tidemark.local.Database;
import io.tidemark.local.SharedStack;
import org.flywaydb.core.Flyway;

/** A database with the service's tables and nothing in them. */
final class FreshTables {
    private FreshTables() {}

    static PostgresqlConnectionFactory connections() {
        Database fresh = SharedStack.freshDatabase();
        Flyway.configure()
                .dataSource(fresh.jdbcUrl(), fresh.username(), fresh.password())
                .load()
                .migrate();
        return new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(fresh.host())
                .port(fresh.port())
                .database(fresh.name())
                .username(fresh.username())
                .password(fresh.password())
                .build());
    }
}
