package io.tidemark.intake.postgres;

import io.tidemark.alert.Alert;
import io.tidemark.alert.Detection;
import io.tidemark.alert.Origin;
import io.tidemark.detect.Finding;
import io.tidemark.intake.Epoch;
import io.tidemark.intake.Fenced;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Detections on their way into their tables: one statement, and so one round trip and one transaction, that asserts the
 * epoch, keeps findings and alerts, and wakes the relay. What is already there stays as it is.
 */
final class DetectionRows {
    private static final String INSERT = """
            with held as (
                update partition_progress set found_up_to = greatest(found_up_to, :foundUpTo)
                where topic = :topic and partition = :partition and epoch = :epoch
                returning 1
            ), found as (
                insert into finding (topic, partition, source_offset, cause, ordinal, movement_id, client_id, rule,
                    qualifier, severity, suppressed)
                select :topic, :partition, f.source_offset, f.cause, f.ordinal, f.movement_id, f.client_id, f.rule,
                    f.qualifier, f.severity, f.suppressed
                from held, unnest(:findingOffsets, :findingCauses, :findingOrdinals, :findingMovements,
                    :findingClients, :findingRules, :findingQualifiers, :findingSeverities, :findingSuppressed)
                    with ordinality as f (source_offset, cause, ordinal, movement_id, client_id, rule, qualifier,
                        severity, suppressed, place)
                order by f.place
                on conflict (topic, partition, source_offset, cause, ordinal) do nothing
            ), given as (
                select a.* from held, unnest(:alertIds, :alertClients, :alertBranches, :alertManagers, :alertRules,
                    :alertSeverities, :alertStatuses, :alertEpisodes, :alertCodes, :alertDocuments)
                    with ordinality as a (alert_id, client_id, branch, manager, rule, severity, status, episode, code,
                        document, place)
            ), raised as (
                insert into alert (alert_id, client_id, branch, manager, rule, severity, status, episode, code, look_at,
                    document)
                select alert_id, client_id, branch, manager, rule, severity, status, episode, code,
                    (document::json ->> 'detectedAt')::timestamptz, document
                from given order by place
                on conflict (alert_id) do nothing
                returning alert_id
            ), fed as (
                insert into feed (alert_id, kind, document)
                select given.alert_id, 'ALERT', given.document from given join raised using (alert_id)
                order by given.place
                returning 1
            )
            select (select count(*) from held) as held,
                (select count(pg_notify('tidemark_feed', '')) from (select 1 from fed limit 1) as any_fed) as woken
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    DetectionRows(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Void> insert(Epoch epoch, List<Detection> detections, long foundUpTo) {
        List<Found> found = detections.stream().flatMap(Found::in).toList();
        List<Alert> alerts = detections.stream()
                .flatMap(detection -> Stream.ofNullable(detection.alert()))
                .toList();
        DatabaseClient.GenericExecuteSpec statement = database.sql(INSERT)
                .bind("topic", epoch.partition().topic())
                .bind("partition", epoch.partition().number())
                .bind("epoch", epoch.number())
                .bind("foundUpTo", foundUpTo);
        return bindAlerts(bindFindings(statement, found), alerts)
                .map(row -> row.get("held", Long.class))
                .one()
                .filter(held -> held == 1)
                .switchIfEmpty(Mono.error(() -> new Fenced(epoch)))
                .then();
    }

    private static DatabaseClient.GenericExecuteSpec bindFindings(
            DatabaseClient.GenericExecuteSpec statement, List<Found> found) {
        return statement
                .bind("findingOffsets", array(found, each -> each.origin().offset(), Long[]::new))
                .bind(
                        "findingCauses",
                        array(found, each -> each.origin().cause().name(), String[]::new))
                .bind("findingOrdinals", array(found, Found::ordinal, Integer[]::new))
                .bind(
                        "findingMovements",
                        array(found, each -> each.of().movement().value(), String[]::new))
                .bind("findingClients", array(found, each -> each.of().client().value(), String[]::new))
                .bind("findingRules", array(found, each -> each.finding().rule().name(), String[]::new))
                .bind("findingQualifiers", array(found, each -> each.finding().qualifier(), String[]::new))
                .bind(
                        "findingSeverities",
                        array(found, each -> each.finding().severity().name(), String[]::new))
                .bind("findingSuppressed", array(found, each -> each.finding().suppressed(), Boolean[]::new));
    }

    private DatabaseClient.GenericExecuteSpec bindAlerts(
            DatabaseClient.GenericExecuteSpec statement, List<Alert> alerts) {
        return statement
                .bind("alertIds", array(alerts, alert -> alert.id().value(), UUID[]::new))
                .bind("alertClients", array(alerts, alert -> alert.client().value(), String[]::new))
                .bind(
                        "alertBranches",
                        array(
                                alerts,
                                alert -> alert.branch() == null
                                        ? null
                                        : alert.branch().value(),
                                String[]::new))
                .bind(
                        "alertManagers",
                        array(
                                alerts,
                                alert -> alert.manager() == null
                                        ? null
                                        : alert.manager().value(),
                                String[]::new))
                .bind("alertRules", array(alerts, alert -> alert.rule().name(), String[]::new))
                .bind("alertSeverities", array(alerts, alert -> alert.severity().name(), String[]::new))
                .bind("alertStatuses", array(alerts, alert -> alert.status().name(), String[]::new))
                .bind("alertEpisodes", array(alerts, DetectionRows::episode, UUID[]::new))
                .bind("alertCodes", array(alerts, alert -> alert.id().shortCode(), String[]::new))
                .bind("alertDocuments", array(alerts, json::writeValueAsString, String[]::new));
    }

    private static @Nullable UUID episode(Alert alert) {
        return alert.episode() == null ? null : alert.episode().id();
    }

    private static <T, R> R[] array(List<T> rows, Function<T, R> column, IntFunction<R[]> ofLength) {
        return rows.stream().map(column).toArray(ofLength);
    }

    /** One finding and what it was found of. */
    private record Found(Detection of, int ordinal, Finding finding) {
        static Stream<Found> in(Detection detection) {
            return IntStream.range(0, detection.findings().size())
                    .mapToObj(ordinal ->
                            new Found(detection, ordinal, detection.findings().get(ordinal)));
        }

        Origin origin() {
            return of.origin();
        }
    }
}
