package io.tidemark.intake.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.tidemark.app.DocumentMapper;
import io.tidemark.bank.BankCode;
import io.tidemark.bank.Banks;
import io.tidemark.intake.Editions.Edition;
import io.tidemark.intake.Editions.OfBanks;
import io.tidemark.intake.Editions.OfRates;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

class PostgresEditionsIT {
    private static final String PUBLISH = "insert into edition (kind, effective_from, published_at, document) values "
            + "('%s', '2026-04-01T00:00:00Z', '2026-03-01T00:00:00Z', '%s')";
    private static final String SEVEN = PUBLISH.formatted("RATES", "{\"USD\":\"7.25\"}");

    private final PostgresqlConnectionFactory connections = FreshTables.connections();
    private final DatabaseClient database = DatabaseClient.create(connections);
    private final PostgresEditions editions = new PostgresEditions(database, DocumentMapper.create());

    @Test
    void banksAndRatesAreReadAsTheyWerePublished() {
        publish(PUBLISH.formatted("BANKS", "[{\"code\":\"308584000013\",\"name\":\"招商银行\",\"kind\":\"COMPETITOR\"}]"));
        publish(SEVEN);

        Instant april = Instant.parse("2026-04-01T00:00:00Z");
        Instant march = Instant.parse("2026-03-01T00:00:00Z");
        Banks banks = new Banks(Map.of(new BankCode("308584000013"), new Banks.Bank("招商银行", Banks.Kind.COMPETITOR)));
        Map<Currency, BigDecimal> rates = Map.of(Currency.getInstance("USD"), new BigDecimal("7.25"));
        assertThat(after(0)).containsExactly(new OfBanks(1, banks, april, march), new OfRates(2, rates, april, march));
    }

    @Test
    void onlyWhatIsNewerIsRead() {
        publish(SEVEN);
        publish(SEVEN);

        assertThat(after(1)).extracting(Edition::number).containsExactly(2L);
        assertThat(after(2)).isEmpty();
    }

    @Test
    void nobodyPublishesAheadOfWhoWillBeSeenLater() {
        AtomicBoolean published = new AtomicBoolean();
        PostgresqlConnection slow = Objects.requireNonNull(connections.create().block());
        execute(slow, "begin").then(execute(slow, SEVEN)).block();

        database.sql(SEVEN).then().doOnSuccess(done -> published.set(true)).subscribe();
        await().until(() -> waiting() == 1);
        assertThat(published).isFalse();
        assertThat(after(0)).isEmpty();

        execute(slow, "commit").then(slow.close()).block();
        await().untilTrue(published);
        assertThat(after(0)).extracting(Edition::number).containsExactly(1L, 2L);
    }

    private long waiting() {
        return Objects.requireNonNull(
                database.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                        .one()
                        .block());
    }

    private void publish(String sql) {
        database.sql(sql).then().block();
    }

    private List<Edition> after(long number) {
        return Objects.requireNonNull(editions.after(number).block());
    }

    private static Mono<Void> execute(PostgresqlConnection connection, String sql) {
        return connection
                .createStatement(sql)
                .execute()
                .concatMap(PostgresqlResult::getRowsUpdated)
                .then();
    }
}
