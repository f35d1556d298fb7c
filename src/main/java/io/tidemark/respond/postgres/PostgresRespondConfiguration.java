package io.tidemark.respond.postgres;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.tidemark.respond.Cases;
import io.tidemark.respond.News;
import io.tidemark.respond.Rosters;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class PostgresRespondConfiguration {

    @Bean
    Cases cases(DatabaseClient database, TransactionalOperator transaction, JsonMapper json) {
        return new PostgresCases(
                transaction,
                new PostgresCases.Tables(
                        new AlertRows(database, json),
                        new AssignmentRows(database),
                        new StepRows(database, json),
                        new ReplyRows(database),
                        new TimelineRows(database, json)));
    }

    @Bean
    Rosters rosters(DatabaseClient database, JsonMapper json, Clock clock) {
        return new PostgresRosters(database, new PersonRows(database, json), clock);
    }

    @Bean
    News arrivals(PostgresqlConnectionFactory singleConnections) {
        return new PostgresNews(singleConnections);
    }
}
