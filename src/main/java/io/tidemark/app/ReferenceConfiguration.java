package io.tidemark.app;

import io.tidemark.alert.ClientCard;
import io.tidemark.alert.Directory;
import io.tidemark.bank.BankCode;
import io.tidemark.bank.BranchId;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.ManagerId;
import io.tidemark.bank.Rates;
import io.tidemark.detect.Detector;
import io.tidemark.detect.Policies;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/** What the bank tells the service, from files. */
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
    Rates rates(ReferenceProperties properties, ReferenceFile files, Policies policies) {
        Map<Currency, BigDecimal> rates = new HashMap<>();
        files.lines(
                properties.ratesFile(),
                RateLine.class,
                line -> rates.put(Currency.getInstance(line.currency()), line.rate()));
        return new Rates(policies.baseCurrency(), rates);
    }

    @Bean
    Detector detector(Policies policies, Rates rates) {
        return new Detector(policies, rates);
    }

    @Bean
    Directory directory(ReferenceProperties properties, ReferenceFile files) {
        Map<String, ManagerId> managers = new HashMap<>();
        files.lines(
                properties.people().assignmentsFile(),
                AssignmentLine.class,
                line -> managers.put(line.client(), new ManagerId(line.manager())));
        Map<ClientId, ClientCard> clients = new HashMap<>();
        files.lines(
                properties.people().clientsFile(),
                ClientLine.class,
                line -> clients.put(
                        new ClientId(line.id()),
                        new ClientCard(
                                line.name(),
                                line.branch() == null ? null : new BranchId(line.branch()),
                                managers.get(line.id()))));
        Map<BankCode, String> banks = new HashMap<>();
        files.lines(
                properties.people().banksFile(),
                BankLine.class,
                line -> banks.put(new BankCode(line.code()), line.name()));
        return new ReadDirectory(Map.copyOf(clients), Map.copyOf(banks));
    }

    private record RateLine(String currency, BigDecimal rate) {}

    private record ClientLine(
            String id, @Nullable String name, @Nullable String branch) {}

    private record AssignmentLine(String client, String manager) {}

    private record BankLine(String code, String name) {}

    /** As it was read at start-up. */
    private record ReadDirectory(Map<ClientId, ClientCard> clients, Map<BankCode, String> banks) implements Directory {
        @Override
        public ClientCard client(ClientId client) {
            return clients.getOrDefault(client, ClientCard.UNKNOWN);
        }

        @Override
        public @Nullable String bankName(BankCode bank) {
            return banks.get(bank);
        }
    }
}
