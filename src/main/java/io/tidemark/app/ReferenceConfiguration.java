package io.tidemark.app;

import io.tidemark.detect.Policies;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

/** What the bank tells the service by files. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReferenceProperties.class)
class ReferenceConfiguration {

    @Bean
    ReferenceFile referenceFile(JsonMapper json) {
        return new ReferenceFile(json);
    }

    @Bean
    Policies policies(
            ReferenceProperties properties,
            ReferenceFile files,
            DatabaseClient database,
            JsonMapper json,
            Clock clock) {
        @Nullable Path file = properties.policyFile();
        PolicyDocument document = file == null ? PolicyDocument.DEFAULT : files.document(file, PolicyDocument.class);
        return new PolicyVersions(database, json).published(document, clock.instant());
    }

    @Bean
    PublishedRates publishedRates(DatabaseClient database, TransactionalOperator transaction, JsonMapper json) {
        return new PublishedRates(database, transaction, json);
    }

    @Bean
    RatesFile ratesFile(ReferenceProperties properties, ReferenceFile files, PublishedRates published, Clock clock) {
        return RatesFile.published(properties.ratesFile(), files, published, clock.instant());
    }
}
