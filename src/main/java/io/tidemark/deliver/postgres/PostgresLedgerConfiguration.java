package io.tidemark.deliver.postgres;

import io.tidemark.deliver.Deliveries;
import io.tidemark.deliver.Ledger;
import io.tidemark.deliver.LedgerTerms;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class PostgresLedgerConfiguration {

    @Bean
    Ledger ledger(
            DatabaseClient database,
            TransactionalOperator transaction,
            JsonMapper json,
            LedgerTerms terms,
            Clock clock) {
        return ledger(database, transaction, new ClaimRows(database, json, terms, clock), terms, clock);
    }

    @Bean
    Deliveries deliveries(DatabaseClient database, JsonMapper json) {
        return new PostgresDeliveries(database, json);
    }

    static PostgresLedger ledger(
            DatabaseClient database,
            TransactionalOperator transaction,
            ClaimRows claims,
            LedgerTerms terms,
            Clock clock) {
        StandingRows standing = new StandingRows(database, clock);
        OutcomeRows outcomes = new OutcomeRows(database, transaction, standing, terms, clock);
        return new PostgresLedger(
                claims,
                outcomes,
                new ReceiptRows(database, transaction, standing, clock),
                new TidyRows(database, transaction, outcomes, terms, clock));
    }
}
