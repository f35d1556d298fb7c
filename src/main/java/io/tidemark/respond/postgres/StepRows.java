package io.tidemark.respond.postgres;

import static io.tidemark.respond.postgres.Columns.nullable;

import io.tidemark.alert.Alert;
import io.tidemark.alert.TimelineEntry;
import io.tidemark.respond.Step;
import io.tidemark.route.Notice;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Steps on their way into their tables: one statement each, and so one round trip, within the caller's transaction. */
final class StepRows {
    private static final String KEEP = """
            with kept as (
                update alert
                set document = :document, version = :version, status = :status, manager = :manager, branch = :branch,
                    look_at = :lookAt
                where alert_id = :id
            ), unwanted as (
                update delivery set state = 'EXPIRED', reason = :reason
                where alert_id = :id and state in ('PLANNED', 'CLAIMED') and cast(:reason as text) is not null
            ), planned as (
                insert into delivery (alert_id, recipient, channel, step, role, severity, due_at)
                select :id, n.recipient, n.channel, :step, n.role, :severity, n.due_at
                from unnest(:recipients, :channels, :roles, :dueAts) as n (recipient, channel, role, due_at)
                on conflict (alert_id, recipient, channel, step) do nothing
            ), noted as (
                insert into timeline (alert_id, at, kind, person, details)
                select :id, e.at, e.kind, e.person, e.details
                from unnest(:ats, :kinds, :persons, :details) with ordinality as e (at, kind, person, details, place)
                order by e.place
            ), fed as (
                insert into feed (alert_id, kind, document) select :id, 'UPDATE', :document where :visible
                returning 1
            )
            select count(pg_notify('tidemark_feed', '')) as woken from fed
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    StepRows(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Void> keep(Step step) {
        return bindEntries(
                        bindNotices(
                                bindAlert(database.sql(KEEP), step), step.mail().notices()),
                        step.entries())
                .bind("visible", step.visible())
                .then();
    }

    private DatabaseClient.GenericExecuteSpec bindAlert(DatabaseClient.GenericExecuteSpec statement, Step step) {
        Alert after = step.after();
        return statement
                .bind("id", after.id().value())
                .bind("document", json.writeValueAsString(after))
                .bind("version", after.life().version())
                .bind("status", after.status().name())
                .bind("manager", nullable(after.manager()))
                .bind("branch", nullable(after.branch()))
                .bind("reason", nullable(step.mail().pending()))
                .bind("step", after.life().step())
                .bind("severity", after.severity().name())
                .bind("lookAt", nullable(step.lookAgainAt()));
    }

    private static DatabaseClient.GenericExecuteSpec bindNotices(
            DatabaseClient.GenericExecuteSpec statement, List<Notice> notices) {
        return statement
                .bind("recipients", array(notices, notice -> notice.recipient().value(), String[]::new))
                .bind("channels", array(notices, notice -> notice.channel().name(), String[]::new))
                .bind("roles", array(notices, notice -> notice.role().name(), String[]::new))
                .bind("dueAts", array(notices, Notice::dueAt, Instant[]::new));
    }

    private DatabaseClient.GenericExecuteSpec bindEntries(
            DatabaseClient.GenericExecuteSpec statement, List<TimelineEntry> entries) {
        return statement
                .bind("ats", array(entries, TimelineEntry::at, Instant[]::new))
                .bind("kinds", array(entries, entry -> entry.kind().name(), String[]::new))
                .bind(
                        "persons",
                        array(
                                entries,
                                entry -> entry.person() == null
                                        ? null
                                        : entry.person().value(),
                                String[]::new))
                .bind(
                        "details",
                        array(
                                entries,
                                entry -> json.writeValueAsString(new TreeMap<>(entry.details())),
                                String[]::new));
    }

    private static <T, R> R[] array(List<T> rows, Function<T, @Nullable R> column, IntFunction<R[]> ofLength) {
        return rows.stream().map(column).toArray(ofLength);
    }
}
