package io.tidemark.respond.postgres;

import static io.tidemark.respond.postgres.Columns.required;
import static io.tidemark.respond.postgres.Columns.text;

import io.r2dbc.spi.Readable;
import io.tidemark.alert.AlertId;
import io.tidemark.alert.TimelineEntry;
import io.tidemark.alert.TimelineEntry.Kind;
import io.tidemark.bank.ManagerId;
import io.tidemark.respond.Unwanted;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What happened to alerts, in its table. */
final class TimelineRows {
    private final DatabaseClient database;
    private final JsonMapper json;

    TimelineRows(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<List<TimelineEntry>> of(AlertId id, int limit) {
        return database.sql("""
                        select at, kind, person, details from (
                            select * from timeline where alert_id = :id order by seq desc limit :limit) as newest
                        order by at, seq
                        """)
                .bind("id", id.value())
                .bind("limit", limit)
                .map(this::entry)
                .all()
                .collectList();
    }

    /** The alert must be held, so that it is kept once. */
    Mono<Void> seen(AlertId id, ManagerId by, Instant at) {
        return database.sql("""
                        with noted as (
                            insert into timeline (alert_id, at, kind, person, details)
                            select :id, :at, :kind, :by, '{}' where not exists (
                                select 1 from timeline where alert_id = :id and kind = :kind and person = :by)
                        )
                        update delivery set state = 'EXPIRED', reason = :reason
                        where alert_id = :id and recipient = :by and channel = 'SMS' and state in ('PLANNED', 'CLAIMED')
                        """)
                .bind("id", id.value())
                .bind("at", at)
                .bind("kind", Kind.SEEN.name())
                .bind("by", by.value())
                .bind("reason", Unwanted.SEEN.name())
                .then();
    }

    private TimelineEntry entry(Readable row) {
        @Nullable String person = row.get("person", String.class);
        return new TimelineEntry(
                required(row, "at", Instant.class),
                Kind.valueOf(text(row, "kind")),
                person == null ? null : new ManagerId(person),
                json.readValue(text(row, "details"), new TypeReference<>() {}));
    }
}
