package io.tidemark.deliver.postgres;

import io.r2dbc.spi.Readable;
import io.tidemark.deliver.Attempt;
import io.tidemark.deliver.LedgerTerms;
import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Respite;
import io.tidemark.route.Channel;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is left behind by the dead, the late and the unknown. */
final class TidyRows {
    private static final int AT_ONCE = 50;
    private static final int MOST = 500;

    private static final String LEFT = """
            select m.message_id, m.claim, a.number, a.gateway
            from message m left join attempt a on a.message_id = m.message_id and a.state = 'SUBMITTING'
            where m.lease_until <= :now order by m.lease_until limit :most
            """;
    /** Where only one message can be meant; also one that was found before, which may have had more parts. */
    private static final String OWNED = """
            select p.gateway, p.part, min(a.message_id::text)::uuid as message_id, min(a.number) as number
            from attempt a join message m using (message_id)
                join part p on p.message_id is null and p.gateway = a.gateway and p.phone = m.phone
            where a.state in ('SUBMITTING', 'IN_DOUBT', 'FOUND') and a.started_at > :since and p.received_at > :since
                and a.started_at <= coalesce(p.submitted_at, p.received_at) + make_interval(secs => :skew)
                and (p.submitted_at is null
                    or p.submitted_at <= coalesce(a.ended_at, :now) + make_interval(secs => :skew))
            group by p.gateway, p.part
            having count(distinct a.message_id) = 1 and bool_and(a.state <> 'SUBMITTING')
            limit :most
            """;

    private static final String OWN = """
            update part set message_id = :message, attempt = :number, segment = 1
            where gateway = :gateway and part = :part and message_id is null
            """;
    private static final String LATE = """
            select delivery_id, 'EXPIRED' as state, 'TOO_LATE' as reason from delivery
            where state = 'PLANNED' and coalesce(first_due_at, due_at) <= case
                when severity in ('CRITICAL', 'HIGH') then :urgentSince else :ordinarySince end
                and coalesce(first_due_at, due_at) <= greatest(:urgentSince, :ordinarySince)
            limit :most for update skip locked
            """;
    private static final String LEADS_NOWHERE = """
            select delivery_id, 'FAILED' as state, 'UNREACHABLE' as reason from delivery
            where state = 'PLANNED' and channel = :channel and due_at <= :now
            limit :most for update skip locked
            """;
    private static final String GIVE_UP = """
            with chosen as (
                %s
            ), given_up as (
                update delivery d set state = chosen.state, reason = chosen.reason
                from chosen where d.delivery_id = chosen.delivery_id
                returning d.alert_id, d.recipient, d.channel, d.reason
            )
            insert into timeline (alert_id, at, kind, person, details)
            select alert_id, :now, 'NOT_DELIVERED', recipient,
                jsonb_build_object('channel', channel, 'reason', reason)::text
            from given_up
            """;
    private static final String UNCLEAR = """
            select message_id from message where held_until is not null and expires_at <= :now limit :most
            """;
    private static final String NO_LONGER_HELD = """
            update message set held_until = null where message_id = :message and held_until is not null
            """;
    private static final String FORGET = """
            delete from part where (gateway, part) in (
                select gateway, part from part where message_id is null and received_at < :since limit :most)
            """;
    private static final String HURRY = """
            update delivery set due_at = :now
            where state = 'PLANNED' and channel = :channel and due_at > :now and tries > 0 and not postponed
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final OutcomeRows outcomes;
    private final LedgerTerms terms;
    private final Clock clock;
    private final StandingRows standing;

    TidyRows(
            DatabaseClient database,
            TransactionalOperator transaction,
            OutcomeRows outcomes,
            LedgerTerms terms,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.outcomes = outcomes;
        this.terms = terms;
        this.clock = clock;
        this.standing = new StandingRows(database, clock);
    }

    Mono<Boolean> tidy() {
        return Flux.concat(leases(), owners(), late(), unclear(), forgotten()).reduce(false, Boolean::logicalOr);
    }

    private Mono<Boolean> leases() {
        return database.sql(LEFT)
                .bind("now", clock.instant())
                .bind("most", AT_ONCE)
                .map(TidyRows::abandoned)
                .all()
                .collectList()
                .flatMap(left ->
                        Flux.fromIterable(left).concatMap(this::leaseEnded).then(Mono.just(left.size() == AT_ONCE)));
    }

    private Mono<Void> leaseEnded(Abandoned left) {
        return left.attempt() == null
                ? outcomes.putOff(left.message(), left.claim(), new Respite(clock.instant(), Reason.OTHER, false))
                : outcomes.inDoubt(left.attempt(), Reason.NO_ANSWER);
    }

    private static Abandoned abandoned(Readable row) {
        UUID message = Rows.required(row, "message_id", UUID.class);
        @Nullable Integer number = row.get("number", Integer.class);
        return new Abandoned(
                message,
                Rows.required(row, "claim", Integer.class),
                number == null ? null : new Attempt(message, number, Rows.required(row, "gateway", String.class)));
    }

    private Mono<Boolean> owners() {
        Instant now = clock.instant();
        return database.sql(OWNED)
                .bind("now", now)
                .bind("since", now.minus(LedgerTerms.UNCLAIMED))
                .bind("skew", (double) LedgerTerms.SKEW.toSeconds())
                .bind("most", AT_ONCE)
                .map(row -> new Owned(
                        Rows.required(row, "part", String.class),
                        new Attempt(
                                Rows.required(row, "message_id", UUID.class),
                                Rows.required(row, "number", Integer.class),
                                Rows.required(row, "gateway", String.class))))
                .all()
                .collectList()
                .flatMap(owned ->
                        Flux.fromIterable(owned).concatMap(this::own).then(Mono.just(owned.size() == AT_ONCE)));
    }

    private Mono<Void> own(Owned owned) {
        return standing.locked(owned.attempt().message())
                .then(database.sql(OWN)
                        .bind("message", owned.attempt().message())
                        .bind("number", owned.attempt().number())
                        .bind("gateway", owned.attempt().gateway())
                        .bind("part", owned.part())
                        .fetch()
                        .rowsUpdated())
                .filter(rows -> rows == 1)
                .flatMap(one -> outcomes.found(owned.attempt()))
                .as(transaction::transactional);
    }

    private Mono<Boolean> late() {
        Instant now = clock.instant();
        return giveUp(LATE)
                .bind("urgentSince", now.minus(terms.urgent()))
                .bind("ordinarySince", now.minus(terms.ordinary()))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == MOST);
    }

    Mono<Integer> abandon(Channel channel) {
        return giveUp(LEADS_NOWHERE)
                .bind("channel", channel.name())
                .fetch()
                .rowsUpdated()
                .map(Math::toIntExact);
    }

    private DatabaseClient.GenericExecuteSpec giveUp(String chosen) {
        return database.sql(GIVE_UP.formatted(chosen))
                .bind("now", clock.instant())
                .bind("most", MOST);
    }

    /** What nobody may send once more, as it would be too late. */
    private Mono<Boolean> unclear() {
        return database.sql(UNCLEAR)
                .bind("now", clock.instant())
                .bind("most", AT_ONCE)
                .map(row -> Rows.required(row, "message_id", UUID.class))
                .all()
                .collectList()
                .flatMap(messages -> Flux.fromIterable(messages)
                        .concatMap(this::staysUnclear)
                        .then(Mono.just(messages.size() == AT_ONCE)));
    }

    private Mono<Void> staysUnclear(UUID message) {
        return database.sql(NO_LONGER_HELD)
                .bind("message", message)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(one ->
                        standing.move(message, new Move("UNKNOWN", Reason.TOO_LATE, "NOT_DELIVERED", null, "UNKNOWN")))
                .as(transaction::transactional);
    }

    private Mono<Boolean> forgotten() {
        return database.sql(FORGET)
                .bind("since", clock.instant().minus(LedgerTerms.UNCLAIMED))
                .bind("most", MOST)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == MOST);
    }

    Mono<Void> hurry(Channel channel) {
        return database.sql(HURRY)
                .bind("channel", channel.name())
                .bind("now", clock.instant())
                .then();
    }

    /** What somebody left when the lease was over, with what was being handed over, if anything was. */
    private record Abandoned(
            UUID message, int claim, @Nullable Attempt attempt) {}

    private record Owned(String part, Attempt attempt) {}
}
