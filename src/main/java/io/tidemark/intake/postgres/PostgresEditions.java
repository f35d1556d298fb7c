package io.tidemark.intake.postgres;

import io.r2dbc.spi.Readable;
import io.tidemark.bank.BankCode;
import io.tidemark.bank.Banks;
import io.tidemark.intake.Editions;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Editions as rows, whose documents are JSON; the table sees to it that their numbers become visible in order. */
final class PostgresEditions implements Editions {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final TypeReference<List<BankLine>> BANKS = new TypeReference<>() {};
    private static final TypeReference<Map<String, BigDecimal>> RATES = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;

    PostgresEditions(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<List<Edition>> after(long number) {
        return database.sql("""
                select seq, kind, effective_from, published_at, document from edition
                where seq > :number order by seq""")
                .bind("number", number)
                .map(Row::of)
                .all()
                .publishOn(Schedulers.parallel())
                .map(this::edition)
                .collectList()
                .timeout(PATIENCE);
    }

    private Edition edition(Row row) {
        return switch (row.kind()) {
            case "BANKS" -> new OfBanks(row.seq(), banks(row.document()), row.effectiveFrom(), row.publishedAt());
            case "RATES" -> new OfRates(row.seq(), rates(row.document()), row.effectiveFrom(), row.publishedAt());
            default -> throw new IllegalStateException("edition " + row.seq() + " is of unknown kind " + row.kind());
        };
    }

    private Banks banks(String document) {
        Map<BankCode, Banks.Bank> banks = new HashMap<>();
        json.readValue(document, BANKS)
                .forEach(line -> banks.put(new BankCode(line.code()), new Banks.Bank(line.name(), line.kind())));
        return new Banks(banks);
    }

    private Map<Currency, BigDecimal> rates(String document) {
        Map<Currency, BigDecimal> rates = new HashMap<>();
        json.readValue(document, RATES).forEach((currency, rate) -> rates.put(Currency.getInstance(currency), rate));
        return rates;
    }

    private record BankLine(String code, String name, Banks.Kind kind) {}

    private record Row(long seq, String kind, Instant effectiveFrom, Instant publishedAt, String document) {
        static Row of(Readable row) {
            return new Row(
                    required(row, "seq", Long.class),
                    required(row, "kind", String.class),
                    required(row, "effective_from", Instant.class),
                    required(row, "published_at", Instant.class),
                    required(row, "document", String.class));
        }

        private static <T> T required(Readable row, String column, Class<T> type) {
            return Objects.requireNonNull(row.get(column, type));
        }
    }
}
