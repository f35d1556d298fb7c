package io.tidemark.app;

import io.tidemark.startup.StartupProblem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Where PostgreSQL is and how to get in.
 *
 * @param applicationName what this instance is called in {@code pg_stat_activity}
 * @param poolSize most connections at once; the feed's relay has one more of its own
 */
@ConfigurationProperties("tidemark.postgres")
record PostgresProperties(
        String host,
        @DefaultValue("5432") int port,
        @DefaultValue("tidemark") String database,
        String username,
        @DefaultValue("") String password,
        @DefaultValue("10") int poolSize,
        @DefaultValue("tidemark") String applicationName) {

    PostgresProperties {
        said(host, "host", "where PostgreSQL is");
        said(username, "username", "as whom to log in to PostgreSQL");
        said(database, "database", "which database is the service's");
        if (poolSize < 2) {
            throw new StartupProblem(
                    "tidemark.postgres.pool-size is " + poolSize + ".",
                    "Set it to at least 2, or leave it out for 10.");
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database + "?ApplicationName=tidemark&connectTimeout=5";
    }

    /** Without the password, for messages. */
    @Override
    public String toString() {
        return username + "@" + host + ":" + port + "/" + database;
    }

    private static void said(@Nullable String value, String property, String what) {
        if (!StringUtils.hasText(value)) {
            throw new StartupProblem(
                    "It is not said " + what + ".",
                    "Set tidemark.postgres." + property + ", or TIDEMARK_POSTGRES_" + property.toUpperCase(Locale.ROOT)
                            + " in the environment; host, port, database, username and password belong together.");
        }
    }
}
