package io.tidemark.feed.postgres;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.tidemark.feed.History;
import io.tidemark.feed.Positions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
class PostgresFeedConfiguration {

    @Bean
    History feedHistory(DatabaseClient database) {
        return new PostgresHistory(database);
    }

    @Bean
    Positions feedPositions(PostgresqlConnectionFactory singleConnections) {
        return new PostgresPositions(singleConnections);
    }
}
