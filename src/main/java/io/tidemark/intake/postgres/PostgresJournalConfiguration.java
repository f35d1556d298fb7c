package io.tidemark.intake.postgres;

import io.tidemark.intake.Clients;
import io.tidemark.intake.Editions;
import io.tidemark.intake.Journal;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class PostgresJournalConfiguration {

    @Bean
    Journal journal(DatabaseClient database, TransactionalOperator transaction, JsonMapper json, Clock clock) {
        return new PostgresJournal(database, transaction, new DetectionRows(database, json), clock);
    }

    @Bean
    Clients intakeClients(DatabaseClient database) {
        return new PostgresClients(database);
    }

    @Bean
    Editions editions(DatabaseClient database, JsonMapper json) {
        return new PostgresEditions(database, json);
    }
}
