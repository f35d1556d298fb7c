package io.tidemark.reference.postgres;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.r2dbc.postgresql.api.PostgresqlStatement;
import io.r2dbc.spi.R2dbcTransientException;
import io.tidemark.reference.Entry;
import io.tidemark.reference.Kind;
import io.tidemark.reference.ReferenceData;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** On a connection of its own. Each step is one statement, and so one transaction that may be tried again. */
final class ImportSession implements ReferenceData.Import {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** A step that met another's locks in a circle. */
    private static final Retry ON_DEADLOCK =
            Retry.backoff(3, Duration.ofMillis(100)).filter(R2dbcTransientException.class::isInstance);

    private static final String BANKS = """
            (select coalesce(json_agg(json_build_object('code', bank_code, 'name', name, 'kind', kind)
                order by bank_code collate "C"), '[]')::text from bank)""";
    private static final String RATES = """
            (select coalesce(json_object_agg(currency, trim_scale(rate)::text order by currency collate "C"), '{}')::text
                from rate)""";
    private static final String PUBLISH = """
            with known as (
                select %s as document
            ), published as (
                insert into edition (kind, effective_from, published_at, document)
                select $1, $2::timestamptz, $3::timestamptz, document from known
                where document::jsonb is distinct from
                    coalesce((select document::jsonb from edition where kind = $1 order by seq desc limit 1), $4::jsonb)
                returning seq
            ) select pg_notify('tidemark_edition', '') from published""";

    private final Kind kind;
    private final PostgresqlConnection connection;
    private final Clock clock;

    ImportSession(Kind kind, PostgresqlConnection connection, Clock clock) {
        this.kind = kind;
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public Mono<Long> keep(List<Entry> entries) {
        return Mono.defer(() -> switch (kind) {
                    case CLIENTS -> Upserts.CLIENTS.run(connection, entries, now());
                    case MANAGERS -> Upserts.MANAGERS.run(connection, entries, now());
                    case BRANCHES -> Upserts.BRANCHES.run(connection, entries, now());
                    case ASSIGNMENTS -> Assignments.keep(connection, entries, now());
                    case BANKS -> Upserts.BANKS.run(connection, entries, now());
                    case RATES -> Upserts.RATES.run(connection, entries, now());
                    case HOLIDAYS -> Upserts.HOLIDAYS.run(connection, entries, now());
                })
                .retryWhen(ON_DEADLOCK)
                .timeout(PATIENCE);
    }

    @Override
    public Mono<Void> publish(Instant effectiveFrom) {
        return switch (kind) {
            case BANKS -> publish(BANKS, "[]", effectiveFrom);
            case RATES -> publish(RATES, "{}", effectiveFrom);
            default -> Mono.empty();
        };
    }

    /** Compared with what was published last, not with what was there before: the last file may have ended halfway. */
    private Mono<Void> publish(String document, String nothing, Instant effectiveFrom) {
        return Mono.defer(() -> {
            PostgresqlStatement statement = connection
                    .createStatement(PUBLISH.formatted(document))
                    .bind("$1", kind.name())
                    .bind("$2", effectiveFrom.toString())
                    .bind("$3", now().toString())
                    .bind("$4", nothing);
            return statement
                    .execute()
                    .concatMap(PostgresqlResult::getRowsUpdated)
                    .then()
                    .timeout(PATIENCE);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
