package io.tidemark.deliver.postgres;

import io.tidemark.deliver.Receipt;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Receipts, kept with the part they speak of; see {@link io.tidemark.deliver.Standing.PartState#after}. */
final class ReceiptRows {
    private static final String KEEP = """
            insert into part (gateway, part, state, failure, phone, submitted_at, received_at)
            values (:gateway, :part, :state, :failure, :phone, :submittedAt, :receivedAt)
            on conflict (gateway, part) do update
            set state = excluded.state, failure = excluded.failure, phone = coalesce(excluded.phone, part.phone),
                submitted_at = coalesce(excluded.submitted_at, part.submitted_at), received_at = excluded.received_at
            where part.state is null or part.state = 'UNKNOWN'
                or (excluded.state = 'DELIVERED' and part.state <> 'DELIVERED')
            returning message_id
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final StandingRows standing;

    ReceiptRows(DatabaseClient database, TransactionalOperator transaction, StandingRows standing) {
        this.database = database;
        this.transaction = transaction;
        this.standing = standing;
    }

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
                .flatMap(message -> standing.locked(message).then(standing.settle(message)))
                .then()
                .as(transaction::transactional);
    }
}
