package io.tidemark.deliver.webpush;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.tidemark.local.Database;
import io.tidemark.local.SharedStack;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

class PostgresSubscriptionsIT extends SubscriptionsContract {
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
    private final Subscriptions subscriptions = new PostgresSubscriptions(
            database, TransactionalOperator.create(new R2dbcTransactionManager(connections)), clock, LARGEST);

    @BeforeEach
    void empty() {
        Flyway.configure()
                .dataSource(DATABASE.jdbcUrl(), DATABASE.username(), DATABASE.password())
                .load()
                .migrate();
        database.sql("truncate push_subscription").then().block(Duration.ofSeconds(30));
    }

    @Override
    protected Subscriptions subscriptions() {
        return subscriptions;
    }
}
