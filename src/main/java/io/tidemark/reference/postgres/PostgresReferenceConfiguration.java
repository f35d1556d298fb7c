package io.tidemark.reference.postgres;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.tidemark.reference.ReferenceData;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
class PostgresReferenceConfiguration {

    @Bean
    ReferenceData referenceData(PostgresqlConnectionFactory singleConnections, DatabaseClient database, Clock clock) {
        return new PostgresReferenceData(singleConnections, database, clock);
    }
}
