package io.tidemark.deliver.postgres;

import io.tidemark.deliver.Attempt;
import io.tidemark.deliver.LedgerTerms;
import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Respite;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What came of attempts and claims. */
final class OutcomeRows {
    private static final String CLOSE = """
            update attempt set state = :state, reason = :reason, ended_at = :now
            where message_id = :message and number = :number and state = any(:from)
            """;
    private static final String FOUND = """
            update attempt a set state = 'FOUND', reason = null, ended_at = :now
            where message_id = :message and number = :number and state = 'IN_DOUBT' and parts <=
                (select count(*) from part p where p.message_id = a.message_id and p.attempt = a.number)
            """;
    private static final String PARTS = """
            insert into part (gateway, part, message_id, attempt, segment)
            select :gateway, given.part, :message, :number, min(given.segment)::int
            from unnest(:parts) with ordinality as given (part, segment) group by given.part
            on conflict (gateway, part) do update
            set message_id = excluded.message_id, attempt = excluded.attempt, segment = excluded.segment,
                state = case when part.message_id is null and part.received_at > :since then part.state end,
                failure = case when part.message_id is null and part.received_at > :since then part.failure end
            where part.message_id is distinct from excluded.message_id
            """;
    private static final String CLAIMED_AGAIN = """
            with message as (
                update message set state = 'CLAIMED',
                    sent_at = case when exists (select from attempt a where a.message_id = :message
                        and a.state in ('ACCEPTED', 'FOUND', 'IN_DOUBT')) then sent_at end
                where message_id = :message and state = 'SUBMITTING'
                returning message_id
            )
            update delivery set state = 'CLAIMED' from message
            where delivery.message_id = message.message_id and delivery.state = 'SUBMITTING'
            """;
    private static final String DOUBT = """
            update message set state = 'UNKNOWN', reason = :reason, doubts = doubts + 1, lease_until = null,
                held_until = case when doubts + 1 < :twice and expires_at > :until then :until end
            where message_id = :message and state = 'SUBMITTING'
            returning held_until is null as final
            """;
    private static final String GIVE_BACK = """
            update message set state = case when doubts > 0 then 'UNKNOWN' else 'FAILED' end, reason = :reason,
                lease_until = null, held_until = case when doubts > 0 then :until end
            where message_id = :message and claim = :claim and state = 'CLAIMED'
            returning doubts > 0 as doubtful
            """;
    private static final String PLAN_AGAIN = """
            update delivery set state = 'PLANNED', message_id = null, first_due_at = coalesce(first_due_at, due_at),
                due_at = :until, postponed = postponed or :postponed
            where message_id = :message and state = 'CLAIMED'
            """;
    private static final String FORGET_UNTRIED = """
            delete from message where message_id = :message
                and not exists (select from attempt a where a.message_id = :message)
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final StandingRows standing;
    private final LedgerTerms terms;
    private final Clock clock;

    OutcomeRows(
            DatabaseClient database,
            TransactionalOperator transaction,
            StandingRows standing,
            LedgerTerms terms,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.standing = standing;
        this.terms = terms;
        this.clock = clock;
    }

    Mono<Void> accepted(Attempt attempt, List<String> parts) {
        return standing.locked(attempt.message())
                .then(close(attempt, "ACCEPTED", null, "SUBMITTING", "IN_DOUBT", "FOUND"))
                .flatMap(closed -> parts(attempt, parts).then(standing.settle(attempt.message())))
                .then()
                .as(transaction::transactional);
    }

    /** A receipt is of what was in doubt; only all of them show that the whole of it was accepted. */
    Mono<Void> found(Attempt attempt) {
        return database.sql(FOUND)
                .bind("message", attempt.message())
                .bind("number", attempt.number())
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .then(standing.settle(attempt.message()))
                .then();
    }

    Mono<Void> refused(Attempt attempt, Reason reason) {
        return standing.locked(attempt.message())
                .then(close(attempt, "REFUSED", reason, "SUBMITTING"))
                .flatMap(closed -> standing.settle(attempt.message()))
                .filter(settled -> !settled)
                .flatMap(unsettled -> database.sql(CLAIMED_AGAIN)
                        .bind("message", attempt.message())
                        .then())
                .as(transaction::transactional);
    }

    Mono<Void> inDoubt(Attempt attempt, Reason reason) {
        return standing.locked(attempt.message())
                .then(close(attempt, "IN_DOUBT", reason, "SUBMITTING"))
                .flatMap(closed -> standing.settle(attempt.message()))
                .filter(settled -> !settled)
                .flatMap(unsettled -> doubt(attempt.message(), reason))
                .as(transaction::transactional);
    }

    Mono<Void> putOff(UUID message, int claim, Respite respite) {
        return giveBack(message, claim, respite.reason(), respite.until())
                .flatMap(doubtful -> doubtful
                        ? standing.move(message, new Move("UNKNOWN", respite.reason(), null, null, "CLAIMED"))
                        : planAgain(message, respite))
                .as(transaction::transactional);
    }

    Mono<Void> failed(UUID message, int claim, Reason reason) {
        return giveBack(message, claim, reason, null)
                .flatMap(doubtful -> standing.move(
                        message, new Move(doubtful ? "UNKNOWN" : "FAILED", reason, "NOT_DELIVERED", null, "CLAIMED")))
                .as(transaction::transactional);
    }

    /** Empty if the attempt was closed before. */
    private Mono<Boolean> close(Attempt attempt, String state, @Nullable Reason reason, String... from) {
        DatabaseClient.GenericExecuteSpec statement = database.sql(CLOSE)
                .bind("message", attempt.message())
                .bind("number", attempt.number())
                .bind("state", state)
                .bind("from", from)
                .bind("now", clock.instant());
        return Rows.bind(statement, "reason", Rows.name(reason), String.class)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .map(one -> true);
    }

    private Mono<Void> parts(Attempt attempt, List<String> parts) {
        // What came for the same id long before is of another message: providers use their ids again.
        Instant since = clock.instant().minus(LedgerTerms.UNCLAIMED);
        return parts.isEmpty()
                ? Mono.empty()
                : database.sql(PARTS)
                        .bind("gateway", attempt.gateway())
                        .bind("message", attempt.message())
                        .bind("number", attempt.number())
                        .bind("parts", parts.toArray(String[]::new))
                        .bind("since", since)
                        .then();
    }

    private Mono<Void> doubt(UUID message, Reason reason) {
        return database.sql(DOUBT)
                .bind("message", message)
                .bind("reason", reason.name())
                .bind("twice", LedgerTerms.TWICE)
                .bind("until", clock.instant().plus(terms.inDoubt()))
                .map(row -> Rows.required(row, "final", Boolean.class))
                .one()
                .flatMap(last -> standing.move(
                        message, new Move("UNKNOWN", reason, last ? "NOT_DELIVERED" : null, null, "SUBMITTING")));
    }

    private Mono<Boolean> giveBack(UUID message, int claim, @Nullable Reason reason, @Nullable Instant until) {
        DatabaseClient.GenericExecuteSpec statement =
                database.sql(GIVE_BACK).bind("message", message).bind("claim", claim);
        statement = Rows.bind(statement, "reason", Rows.name(reason), String.class);
        return Rows.bind(statement, "until", until, Instant.class)
                .map(row -> Rows.required(row, "doubtful", Boolean.class))
                .one();
    }

    private Mono<Void> planAgain(UUID message, Respite respite) {
        return database.sql(PLAN_AGAIN)
                .bind("message", message)
                .bind("until", respite.until())
                .bind("postponed", respite.postponed())
                .then()
                .then(database.sql(FORGET_UNTRIED).bind("message", message).then());
    }
}
