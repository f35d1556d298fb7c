package io.tidemark.respond.postgres;

import static io.tidemark.respond.postgres.Columns.required;
import static io.tidemark.respond.postgres.Columns.text;

import io.r2dbc.spi.Readable;
import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Alerts out of their table. Locks leave alone whoever only refers to the row, as every insert about an alert does. */
final class AlertRows {
    private static final int MOST_OF_AN_EPISODE = 200;

    private final DatabaseClient database;
    private final ObjectReader alerts;

    AlertRows(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.alerts = json.readerFor(Alert.class);
    }

    /** An alert whose time has come, locked. */
    record Due(AlertId id, @Nullable UUID episode, String document) {}

    /** The one that waits for longest, of those that nobody holds; with its episode only if that has not heard of it. */
    Mono<Due> due(Instant now) {
        return database.sql("""
                        select alert_id, document, case when heard then null else episode end as episode
                        from alert where look_at <= :now
                        order by look_at limit 1 for no key update skip locked
                        """)
                .bind("now", now)
                .map(row -> new Due(id(row), row.get("episode", UUID.class), text(row, "document")))
                .one();
    }

    /** The newest others of the episode, oldest first, locked; fails at once if somebody holds one of them. */
    Mono<List<String>> others(Due due) {
        UUID episode = due.episode();
        return episode == null
                ? Mono.just(List.of())
                : database.sql("""
                        select document from alert where episode = :episode and alert_id <> :id
                            and seq >= coalesce((select min(seq) from (
                                select seq from alert where episode = :episode order by seq desc limit :most) newest), 0)
                        order by seq for no key update nowait
                        """)
                        .bind("episode", episode)
                        .bind("id", due.id().value())
                        .bind("most", MOST_OF_AN_EPISODE)
                        .map(row -> text(row, "document"))
                        .all()
                        .collectList();
    }

    Mono<Void> heard(Due due) {
        return database.sql("update alert set heard = true where alert_id = :id")
                .bind("id", due.id().value())
                .then();
    }

    Mono<Void> postpone(AlertId id, Instant until) {
        return database.sql("update alert set look_at = :until where alert_id = :id and look_at < :until")
                .bind("id", id.value())
                .bind("until", until)
                .then();
    }

    /** Waits for whoever holds it. */
    Mono<Alert> locked(AlertId id) {
        return database.sql("select document from alert where alert_id = :id for no key update")
                .bind("id", id.value())
                .map(row -> alert(text(row, "document")))
                .one();
    }

    Mono<Alert> find(AlertId id) {
        return database.sql("select document from alert where alert_id = :id")
                .bind("id", id.value())
                .map(row -> alert(text(row, "document")))
                .one();
    }

    Mono<AlertId> newestWith(String code) {
        return database.sql("select alert_id from alert where code = :code order by seq desc limit 1")
                .bind("code", code)
                .map(AlertRows::id)
                .one();
    }

    Alert alert(String document) {
        return alerts.readValue(document);
    }

    private static AlertId id(Readable row) {
        return new AlertId(required(row, "alert_id", UUID.class));
    }
}
