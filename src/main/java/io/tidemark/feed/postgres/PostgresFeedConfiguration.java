package io.tidemark.feed.postgres;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.tidemark.feed.Documents;
import io.tidemark.feed.History;
import io.tidemark.feed.Positions;
import io.tidemark.feed.RaisedAlerts;
import io.tidemark.feed.RecordedFindings;
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

    @Bean
    RaisedAlerts raisedAlerts(DatabaseClient database, Documents documents) {
        return new PostgresRaisedAlerts(database, documents);
    }

    @Bean
    RecordedFindings recordedFindings(DatabaseClient database) {
        return new PostgresRecordedFindings(database);
    }
}
