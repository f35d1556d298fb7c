package io.tidemark.deliver.postgres;

import io.r2dbc.spi.Readable;
import io.tidemark.deliver.DeliveryState;
import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Receipt;
import io.tidemark.deliver.Standing;
import io.tidemark.deliver.Standing.PartState;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Where messages stand, their deliveries with them, and the timelines of their alerts. Inside a transaction of others. */
final class StandingRows {
    private static final String LOCK = "select state from message where message_id = :message for update";
    private static final String PARTS = """
            select a.number, a.state, a.gateway, p.part, p.state as said, p.failure
            from attempt a left join part p on p.message_id = a.message_id and p.attempt = a.number
            where a.message_id = :message and a.state in ('SUBMITTING', 'ACCEPTED', 'FOUND') order by a.number, p.segment
            """;
    private static final String MESSAGE = """
            update message set state = :state, reason = :reason, lease_until = null, held_until = null
            where message_id = :message
            """;
    private static final String MOVE = """
            with moved as (
                update delivery set state = :state, reason = :reason
                where message_id = :message and state = any(:from)
                    and coalesce(reason, '') not in ('ACKNOWLEDGED', 'RESOLVED', 'SEEN', 'REASSIGNED')
                returning alert_id, recipient, channel
            )
            insert into timeline (alert_id, at, kind, person, details)
            select alert_id, :now, :kind, recipient, jsonb_strip_nulls(jsonb_build_object(
                'channel', channel, 'gateway', :gateway::text, 'reason', :reason::text))::text
            from moved where :kind is not null
            """;
    private static final String[] UNSENT = {"CLAIMED", "SUBMITTING", "UNKNOWN"};
    private static final String[] SENT = {"ACCEPTED", "FAILED", "EXPIRED"};

    private final DatabaseClient database;
    private final Clock clock;

    StandingRows(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Waits for whoever else is changing the message. */
    Mono<DeliveryState> locked(UUID message) {
        return database.sql(LOCK)
                .bind("message", message)
                .map(row -> DeliveryState.valueOf(Rows.required(row, "state", String.class)))
                .one();
    }

    /** Whether the message stands where receipts say: not while it is with a gateway, nor if no provider has it. */
    Mono<Boolean> settle(UUID message) {
        return database.sql(PARTS)
                .bind("message", message)
                .map(StandingRows::tried)
                .all()
                .collectList()
                .filter(tried -> !tried.isEmpty() && tried.stream().allMatch(Tried::accepted))
                .flatMap(tried -> locked(message)
                        .flatMap(before -> settle(message, before, tried))
                        .thenReturn(true))
                .defaultIfEmpty(false);
    }

    private Mono<Void> settle(UUID message, DeliveryState before, List<Tried> tried) {
        if (before == DeliveryState.DELIVERED) {
            return Mono.empty();
        }
        Standing now = standing(tried);
        String gateway = tried.get(tried.size() - 1).gateway();
        boolean unsent = List.of(UNSENT).contains(before.name());
        Mono<Void> sent = unsent ? move(message, new Move("ACCEPTED", null, "SENT", gateway, UNSENT)) : Mono.empty();
        DeliveryState from = unsent ? DeliveryState.ACCEPTED : before;
        String kind = now.state() == DeliveryState.DELIVERED ? "DELIVERED" : "NOT_DELIVERED";
        Mono<Void> heard = now.state() == from || now.state() == DeliveryState.ACCEPTED
                ? Mono.empty()
                : move(message, new Move(now.state().name(), now.reason(), kind, gateway, SENT));
        return sent.then(heard).then(stands(message, now));
    }

    private static Standing standing(List<Tried> tried) {
        TreeMap<Integer, List<PartState>> parts = tried.stream()
                .collect(Collectors.groupingBy(
                        Tried::number,
                        TreeMap::new,
                        Collectors.flatMapping(each -> each.parts().stream(), Collectors.toList())));
        return Standing.of(List.copyOf(parts.values()));
    }

    private Mono<Void> stands(UUID message, Standing standing) {
        return Rows.bind(
                        database.sql(MESSAGE)
                                .bind("message", message)
                                .bind("state", standing.state().name()),
                        "reason",
                        Rows.name(standing.reason()),
                        String.class)
                .then();
    }

    Mono<Void> move(UUID message, Move move) {
        DatabaseClient.GenericExecuteSpec statement = database.sql(MOVE)
                .bind("message", message)
                .bind("state", move.to())
                .bind("from", move.from())
                .bind("now", clock.instant());
        statement = Rows.bind(statement, "reason", Rows.name(move.reason()), String.class);
        statement = Rows.bind(statement, "gateway", move.gateway(), String.class);
        return Rows.bind(statement, "kind", move.kind(), String.class).then();
    }

    private static Tried tried(Readable row) {
        @Nullable String said = row.get("said", String.class);
        @Nullable String failure = row.get("failure", String.class);
        PartState part = new PartState(
                said == null ? null : Receipt.State.valueOf(said), failure == null ? null : Reason.valueOf(failure));
        return new Tried(
                Rows.required(row, "number", Integer.class),
                !Rows.required(row, "state", String.class).equals("SUBMITTING"),
                Rows.required(row, "gateway", String.class),
                row.get("part", String.class) == null ? List.of() : List.of(part));
    }

    /** One part of an attempt, or an attempt without parts. */
    private record Tried(int number, boolean accepted, String gateway, List<PartState> parts) {}
}
