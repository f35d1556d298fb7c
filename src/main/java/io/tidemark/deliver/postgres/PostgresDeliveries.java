package io.tidemark.deliver.postgres;

import io.r2dbc.spi.Readable;
import io.tidemark.alert.AlertId;
import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.Deliveries;
import io.tidemark.deliver.DeliveryState;
import io.tidemark.deliver.Reason;
import io.tidemark.route.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The ledger's tables, read. */
final class PostgresDeliveries implements Deliveries {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SELECT = """
            select seq, message_id, recipient, channel, state, reason, alert_ids, phone, created_at, sent_at,
                (select coalesce(json_agg(json_build_object('number', number, 'gateway', gateway, 'state', a.state,
                    'reason', a.reason, 'startedAt', started_at, 'endedAt', ended_at) order by number), '[]')::text
                    from attempt a where a.message_id = message.message_id) as attempts,
                (select coalesce(json_agg(json_build_object('gateway', gateway, 'part', part, 'attempt', attempt,
                    'segment', segment, 'state', p.state, 'failure', failure, 'receivedAt', received_at)
                    order by attempt, segment), '[]')::text
                    from part p where p.message_id = message.message_id) as parts
            from message where\s""";

    private final DatabaseClient database;
    private final JsonMapper json;

    PostgresDeliveries(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<List<Sent>> newest(Asked asked, @Nullable Long before, int limit) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("seq < :before", before == null ? Long.MAX_VALUE : before);
        if (asked.alert() != null) {
            conditions.put("alert_ids @> :alert", new UUID[] {asked.alert().value()});
        }
        if (asked.recipient() != null) {
            conditions.put("recipient = :recipient", asked.recipient().value());
        }
        if (!asked.states().isEmpty()) {
            conditions.put(
                    "state = any(:states)",
                    asked.states().stream().map(DeliveryState::name).toArray(String[]::new));
        }
        DatabaseClient.GenericExecuteSpec select =
                database.sql(SELECT + String.join(" and ", conditions.keySet()) + " order by seq desc limit " + limit);
        for (Map.Entry<String, Object> each : conditions.entrySet()) {
            select = select.bind(parameter(each.getKey()), each.getValue());
        }
        return select.map(this::sent).all().collectList().timeout(PATIENCE);
    }

    private static String parameter(String condition) {
        return condition.substring(condition.indexOf(':') + 1).replace(")", "");
    }

    private Sent sent(Readable row) {
        @Nullable String reason = row.get("reason", String.class);
        return new Sent(
                Rows.required(row, "seq", Long.class),
                Rows.required(row, "message_id", UUID.class),
                new ManagerId(Rows.required(row, "recipient", String.class)),
                Channel.valueOf(Rows.required(row, "channel", String.class)),
                DeliveryState.valueOf(Rows.required(row, "state", String.class)),
                reason == null ? null : Reason.valueOf(reason),
                Stream.of(Rows.required(row, "alert_ids", UUID[].class))
                        .map(AlertId::new)
                        .toList(),
                row.get("phone", String.class),
                Rows.required(row, "created_at", Instant.class),
                row.get("sent_at", Instant.class),
                List.of(json.readValue(Rows.required(row, "attempts", String.class), Tried[].class)),
                List.of(json.readValue(Rows.required(row, "parts", String.class), Piece[].class)));
    }
}
