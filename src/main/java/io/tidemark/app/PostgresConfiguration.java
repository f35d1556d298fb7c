package io.tidemark.app;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.netty.resources.LoopResources;

/** One pool for everyone, and single connections for those who need a session of their own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PostgresProperties.class)
class PostgresConfiguration {
    /** How long an instance that is frozen in the middle of a transaction keeps its locks from the others. */
    private static final String FROZEN = "10s";

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ACQUIRE = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofMinutes(10);

    @Bean
    MigratedDatabase migratedDatabase(PostgresProperties postgres) {
        return MigratedDatabase.at(postgres);
    }

    /** Without colocation: otherwise a pool that was warmed by one thread would keep all its work on one event loop. */
    @Bean(destroyMethod = "dispose")
    LoopResources postgresLoops() {
        int loops = Math.max(2, Runtime.getRuntime().availableProcessors());
        return LoopResources.create("postgres", LoopResources.DEFAULT_IO_SELECT_COUNT, loops, true, false);
    }

    /** Each connection is one more: for a session that is held. */
    @Bean
    PostgresqlConnectionFactory singleConnections(
            PostgresProperties postgres, LoopResources postgresLoops, MigratedDatabase migrated) {
        return new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(postgres.host())
                .port(postgres.port())
                .database(postgres.database())
                .username(postgres.username())
                .password(postgres.password())
                .applicationName(postgres.applicationName())
                .options(Map.of("idle_in_transaction_session_timeout", FROZEN))
                .connectTimeout(CONNECT)
                .tcpKeepAlive(true)
                .tcpNoDelay(true)
                .loopResources(postgresLoops)
                .build());
    }

    @Bean(destroyMethod = "dispose")
    @Primary
    ConnectionPool connections(PostgresqlConnectionFactory singleConnections, PostgresProperties postgres) {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(singleConnections)
                .name("postgres")
                .initialSize(0)
                .maxSize(postgres.poolSize())
                .maxIdleTime(IDLE)
                .maxAcquireTime(ACQUIRE)
                .build());
    }

    @Bean
    DatabaseClient database(ConnectionFactory connections) {
        return DatabaseClient.create(connections);
    }

    @Bean
    TransactionalOperator transaction(ConnectionFactory connections) {
        return TransactionalOperator.create(new R2dbcTransactionManager(connections));
    }
}
