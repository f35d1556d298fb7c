package io.tidemark.app;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The editions of rates in Postgres. Used at start-up only, and so it waits. */
final class PublishedRates {
    private static final TypeReference<TreeMap<String, BigDecimal>> RATES = new TypeReference<>() {};

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final JsonMapper json;

    PublishedRates(DatabaseClient database, TransactionalOperator transaction, JsonMapper json) {
        this.database = database;
        this.transaction = transaction;
        this.json = json;
    }

    /** Publishes the rates as the newest edition, unless the newest says the same. Two that start at once may both do so. */
    void publish(NavigableMap<String, BigDecimal> rates, Instant now) {
        NavigableMap<String, BigDecimal> plain = new TreeMap<>();
        rates.forEach((currency, rate) -> plain.put(currency, rate.stripTrailingZeros()));
        newest().map(plain::equals)
                .defaultIfEmpty(false)
                .filter(same -> !same)
                .flatMap(changed -> insert(plain, now))
                .as(transaction::transactional)
                .block();
    }

    private Mono<NavigableMap<String, BigDecimal>> newest() {
        return database.sql("select document from edition where kind = 'RATES' order by seq desc limit 1")
                .map(row -> row.get("document", String.class))
                .one()
                .map(document -> {
                    NavigableMap<String, BigDecimal> rates = json.readValue(document, RATES);
                    rates.replaceAll((currency, rate) -> rate.stripTrailingZeros());
                    return rates;
                });
    }

    private Mono<Void> insert(NavigableMap<String, BigDecimal> rates, Instant now) {
        String[] currencies = rates.keySet().toArray(String[]::new);
        BigDecimal[] values = rates.values().toArray(BigDecimal[]::new);
        Mono<Void> edition = database.sql("""
                insert into edition (kind, effective_from, published_at, document)
                values ('RATES', :now, :now, :document)""")
                .bind("now", now)
                .bind("document", document(rates))
                .then();
        Mono<Void> current = database.sql("""
                insert into rate (currency, rate) select * from unnest(:currencies, :rates)
                on conflict (currency) do update set rate = excluded.rate""")
                .bind("currencies", currencies)
                .bind("rates", values)
                .then();
        return edition.then(current)
                .then(database.sql("select pg_notify('tidemark_edition', '')").then());
    }

    private String document(NavigableMap<String, BigDecimal> rates) {
        Map<String, String> strings = new TreeMap<>();
        rates.forEach((currency, rate) -> strings.put(currency, rate.toPlainString()));
        return json.writeValueAsString(strings);
    }
}
