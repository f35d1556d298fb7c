package io.tidemark.deliver.postgres;

import io.tidemark.deliver.Receipt;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Receipts, kept with the part they speak of; see {@link io.tidemark.deliver.Standing.PartState#after}. */
final class ReceiptRows {
    private static final String KEEP = """
            with kept as (
                insert into part (gateway, part, state, failure, phone, submitted_at, received_at)
                values (:gateway, :part, :state, :failure, :phone, :submittedAt, :receivedAt)
                on conflict (gateway, part) do update
                set state = excluded.state, failure = excluded.failure, phone = coalesce(excluded.phone, part.phone),
                    submitted_at = coalesce(excluded.submitted_at, part.submitted_at),
                    received_at = excluded.received_at
                where part.state is null or part.state = 'UNKNOWN'
                    or (excluded.state = 'DELIVERED' and part.state <> 'DELIVERED')
                returning message_id
            )
            select coalesce((select message_id from kept),
                (select message_id from part where gateway = :gateway and part = :part)) as message_id
            """;

    /** The usual end, in one statement: sent once, and all of it on the phone. */
    private static final String DELIVERED = """
            with done as (
                update message set state = 'DELIVERED', reason = null, lease_until = null, held_until = null
                where message_id = :message and state = 'ACCEPTED'
                    and not exists (select from attempt a where a.message_id = :message and a.state in
                        ('SUBMITTING', 'IN_DOUBT', 'FOUND'))
                    and 1 = (select count(*) from attempt a where a.message_id = :message and a.state = 'ACCEPTED')
                    and not exists (select from part p where p.message_id = :message
                        and p.state is distinct from 'DELIVERED')
                returning message_id
            ), moved as (
                update delivery set state = 'DELIVERED', reason = null from done
                where delivery.message_id = done.message_id and state in ('ACCEPTED', 'FAILED', 'EXPIRED')
                    and coalesce(reason, '') not in ('ACKNOWLEDGED', 'RESOLVED', 'SEEN', 'REASSIGNED')
                returning alert_id, recipient, channel
            ), told as (
                insert into timeline (alert_id, at, kind, person, details)
                select alert_id, :now, 'DELIVERED', recipient,
                    jsonb_build_object('channel', channel, 'gateway', :gateway::text)::text
                from moved
            )
            select exists (select from done) or (:good and exists (select from message m join part p using (message_id)
                where m.message_id = :message and m.state = 'ACCEPTED' and p.state is null)) as settled
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final StandingRows standing;
    private final Clock clock;

    ReceiptRows(DatabaseClient database, TransactionalOperator transaction, StandingRows standing, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.standing = standing;
        this.clock = clock;
    }

    /**
     * The receipt is kept first, for good; what it means for its message may be done again. Of several receipts that come
     * at once the last one finds all of them.
     */
    Mono<Void> keep(Receipt receipt) {
        DatabaseClient.GenericExecuteSpec statement = database.sql(KEEP)
                .bind("gateway", receipt.gateway())
                .bind("part", receipt.part())
                .bind("state", receipt.state().name())
                .bind("receivedAt", receipt.receivedAt());
        statement = Rows.bind(statement, "failure", Rows.name(receipt.failure()), String.class);
        statement = Rows.bind(statement, "phone", receipt.phone(), String.class);
        return Rows.bind(statement, "submittedAt", receipt.submittedAt(), Instant.class)
                .map(row -> Optional.ofNullable(row.get("message_id", UUID.class)))
                .one()
                .flatMap(Mono::justOrEmpty)
                .filterWhen(message -> delivered(message, receipt).map(settled -> !settled))
                .flatMap(message ->
                        standing.locked(message).then(standing.settle(message)).as(transaction::transactional))
                .then();
    }

    /** Whether no more needs to be done: all of it is on the phone, or good news of a part is not yet news of the whole. */
    private Mono<Boolean> delivered(UUID message, Receipt receipt) {
        return database.sql(DELIVERED)
                .bind("message", message)
                .bind("gateway", receipt.gateway())
                .bind("good", receipt.state() == Receipt.State.DELIVERED)
                .bind("now", clock.instant())
                .map(row -> Rows.required(row, "settled", Boolean.class))
                .one();
    }
}
