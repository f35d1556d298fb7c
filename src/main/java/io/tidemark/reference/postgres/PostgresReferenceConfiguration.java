package io.tidemark.reference.postgres;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.tidemark.reference.AbsenceBook;
import io.tidemark.reference.PersonalSettings;
import io.tidemark.reference.ReferenceData;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class PostgresReferenceConfiguration {

    @Bean
    ReferenceData referenceData(PostgresqlConnectionFactory singleConnections, DatabaseClient database, Clock clock) {
        return new PostgresReferenceData(singleConnections, database, clock);
    }

    @Bean
    PersonalSettings personalSettings(DatabaseClient database, JsonMapper json) {
        return new PostgresPersonalSettings(database, json);
    }

    @Bean
    AbsenceBook absenceBook(DatabaseClient database, TransactionalOperator transaction) {
        return new PostgresAbsenceBook(database, transaction);
    }
}
