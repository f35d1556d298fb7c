package io.tidemark.deliver.postgres;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Readable;
import io.tidemark.alert.Alert;
import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.Attempt;
import io.tidemark.deliver.Begun;
import io.tidemark.deliver.Claim;
import io.tidemark.deliver.LedgerTerms;
import io.tidemark.deliver.Message;
import io.tidemark.deliver.Planned;
import io.tidemark.detect.Severity;
import io.tidemark.route.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/** Rows on their way to being sent; each step is one statement, and so one transaction. */
final class ClaimRows {
    /** The advisory lock keeps two instances from taking some of a person's rows each. */
    private static final String PLANNED = """
            with candidate as materialized (
                select due.recipient
                from unnest(array['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFO']) with ordinality as worst (severity, rank)
                    cross join lateral (
                        select recipient, due_at from delivery
                        where state = 'PLANNED' and channel = :channel and severity = worst.severity and due_at <= :now
                        order by due_at limit 64
                    ) as due
                order by worst.rank, due.due_at
            ), person as materialized (
                select recipient from candidate
                where pg_try_advisory_xact_lock(hashtextextended(recipient || ' ' || :channel, 0))
                limit 1
            ), due as (
                select delivery_id, alert_id, recipient,
                    coalesce(first_due_at, due_at) + make_interval(secs =>
                        case when severity in ('CRITICAL', 'HIGH') then :urgent else :ordinary end) as useless_at
                from delivery join person using (recipient)
                where state = 'PLANNED' and channel = :channel and coalesce(first_due_at, due_at) <= :now
                order by array_position(array['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFO'], severity), delivery_id
                limit :most
                for update of delivery skip locked
            ), useful as (
                select * from due where useless_at > :now
            ), made as (
                insert into message
                    (message_id, recipient, channel, state, alert_ids, claimed_by, created_at, expires_at, lease_until)
                select :message, min(recipient), :channel, 'CLAIMED', array_agg(alert_id order by delivery_id), :instance,
                    :now, max(useless_at), :lease
                from useful having count(*) > 0
                returning message_id, expires_at
            ), taken as (
                update delivery set state = 'CLAIMED', message_id = :message
                from useful where delivery.delivery_id = useful.delivery_id
                returning delivery.*
            )
            select taken.delivery_id, taken.recipient, taken.severity, taken.tries, taken.postponed, made.message_id,
                made.expires_at, 1 as claim, array[]::text[] as doubtful_at, alert.document
            from taken join alert using (alert_id), made
            """;

    private static final String DOUBTFUL = """
            with doubtful as (
                select message_id from message
                where channel = :channel and held_until <= :now order by held_until limit 1
                for update skip locked
            ), claimed as (
                update message
                set state = 'CLAIMED', claim = claim + 1, claimed_by = :instance, lease_until = :lease, held_until = null
                from doubtful where message.message_id = doubtful.message_id
                returning message.*
            ), taken as (
                update delivery set state = 'CLAIMED' from doubtful
                where delivery.message_id = doubtful.message_id and state = 'UNKNOWN'
                returning delivery.*
            )
            select taken.delivery_id, taken.recipient, taken.severity, taken.tries, taken.postponed, claimed.message_id,
                claimed.expires_at, claimed.claim, alert.document,
                (select array_agg(distinct gateway) from attempt
                    where attempt.message_id = claimed.message_id and attempt.state = 'IN_DOUBT') as doubtful_at
            from taken join alert using (alert_id), claimed
            """;

    private static final String SENT = """
            select sent_at from message where recipient = :recipient and channel = :channel and sent_at > :since
            order by sent_at
            """;

    /**
     * Never waits for a delivery that somebody else is about to change, as it would do so holding others: it is asked
     * again. Whether the alert was answered counts for what was handed over before: such a row may have been out of the
     * reach of whoever answered.
     */
    private static final String BEGIN = """
            with held as (
                select message_id from message
                where message_id = :message and claim = :claim and state = 'CLAIMED' and lease_until > :now
                for update
            ), claimed as (
                select d.delivery_id, a.status,
                    a.status <> 'OPEN' and a.status <> coalesce(d.status_then, a.status) as answered
                from delivery d join held using (message_id) join alert a using (alert_id)
                where d.state = 'CLAIMED'
                for update of d nowait
            ), dropped as (
                update delivery d set state = 'EXPIRED',
                    reason = case c.status when 'RESOLVED' then 'RESOLVED' else 'ACKNOWLEDGED' end
                from claimed c where d.delivery_id = c.delivery_id and c.answered
            ), complete as (
                select (select count(*) from attempt where message_id = :message) + 1 as number
                from held where :expected = (select count(*) from claimed where not answered)
            ), started as (
                insert into attempt (message_id, number, gateway, parts, state, started_at)
                select :message, number, :gateway, :parts, 'SUBMITTING', :now from complete
            ), sending as (
                update message set state = 'SUBMITTING', text = :text, phone = :phone, lease_until = :lease,
                    sent_at = coalesce(sent_at, :now)
                from complete where message_id = :message
            ), moved as (
                update delivery d set state = 'SUBMITTING', tries = tries + 1,
                    status_then = coalesce(d.status_then, c.status)
                from claimed c, complete where d.delivery_id = c.delivery_id and not c.answered
            )
            select delivery_id, (select number from complete)::int as number from claimed where not answered
            """;

    private static final String NOTHING_LEFT = """
            update message set state = case when doubts > 0 then 'UNKNOWN' else 'EXPIRED' end, reason = 'ACKNOWLEDGED',
                lease_until = null
            where message_id = :message and claim = :claim and state = 'CLAIMED'
                and not exists (select from delivery d where d.message_id = :message and d.state = 'CLAIMED')
            """;

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Retry UNTIL_UNLOCKED =
            Retry.backoff(6, Duration.ofMillis(20)).filter(ClaimRows::isLocked);

    private final DatabaseClient database;
    private final JsonMapper json;
    private final LedgerTerms terms;
    private final Clock clock;

    ClaimRows(DatabaseClient database, JsonMapper json, LedgerTerms terms, Clock clock) {
        this.database = database;
        this.json = json;
        this.terms = terms;
        this.clock = clock;
    }

    Mono<Claim> planned(Channel channel) {
        return claim(
                channel,
                database.sql(PLANNED)
                        .bind("message", UUID.randomUUID())
                        .bind("urgent", seconds(terms.urgent()))
                        .bind("ordinary", seconds(terms.ordinary()))
                        .bind("most", LedgerTerms.MOST));
    }

    Mono<Claim> doubtful(Channel channel) {
        return claim(channel, database.sql(DOUBTFUL));
    }

    private Mono<Claim> claim(Channel channel, DatabaseClient.GenericExecuteSpec statement) {
        Instant now = clock.instant();
        return statement
                .bind("channel", channel.name())
                .bind("now", now)
                .bind("instance", terms.instance())
                .bind("lease", now.plus(terms.lease()))
                .map(row -> claimOfOne(channel, row))
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(ClaimRows::together);
    }

    private Claim claimOfOne(Channel channel, Readable row) {
        String[] doubtfulAt = Rows.required(row, "doubtful_at", String[].class);
        return new Claim(
                Rows.required(row, "message_id", UUID.class),
                Rows.required(row, "claim", Integer.class),
                new ManagerId(Rows.required(row, "recipient", String.class)),
                channel,
                List.of(planned(row)),
                Set.of(doubtfulAt),
                Rows.required(row, "expires_at", Instant.class));
    }

    private Planned planned(Readable row) {
        return new Planned(
                Rows.required(row, "delivery_id", Long.class),
                json.readValue(Rows.required(row, "document", String.class), Alert.class),
                Severity.valueOf(Rows.required(row, "severity", String.class)),
                Rows.required(row, "tries", Integer.class),
                Rows.required(row, "postponed", Boolean.class));
    }

    private static Claim together(List<Claim> rows) {
        Claim first = rows.get(0);
        List<Planned> deliveries =
                rows.stream().flatMap(row -> row.deliveries().stream()).toList();
        return new Claim(
                first.message(),
                first.number(),
                first.recipient(),
                first.channel(),
                deliveries,
                first.doubtfulAt(),
                first.expiresAt());
    }

    Mono<List<Instant>> sent(ManagerId recipient, Channel channel, Instant since) {
        return database.sql(SENT)
                .bind("recipient", recipient.value())
                .bind("channel", channel.name())
                .bind("since", since)
                .map(row -> Rows.required(row, "sent_at", Instant.class))
                .all()
                .collectList();
    }

    Mono<Begun> begin(Claim claim, String gateway, Message message, int parts) {
        return Mono.defer(() -> begun(claim, gateway, message, parts)).retryWhen(UNTIL_UNLOCKED);
    }

    private Mono<Begun> begun(Claim claim, String gateway, Message message, int parts) {
        Instant now = clock.instant();
        DatabaseClient.GenericExecuteSpec statement = database.sql(BEGIN)
                .bind("message", claim.message())
                .bind("claim", claim.number())
                .bind("now", now)
                .bind("lease", now.plus(terms.lease()))
                .bind("expected", (long) claim.deliveries().size())
                .bind("gateway", gateway)
                .bind("parts", parts)
                .bind("text", message.text());
        return Rows.bind(statement, "phone", message.to().mobile(), String.class)
                .map(row -> new Left(
                        Rows.required(row, "delivery_id", Long.class),
                        Stream.ofNullable(row.get("number", Integer.class)).toList()))
                .all()
                .collectList()
                .flatMap(left -> left.isEmpty() ? nothingLeft(claim) : Mono.just(begun(claim, gateway, left)));
    }

    private static Begun begun(Claim claim, String gateway, List<Left> left) {
        return left.get(0).attempt().stream()
                .<Begun>map(number -> new Begun.Started(new Attempt(claim.message(), number, gateway)))
                .findFirst()
                .orElseGet(
                        () -> new Begun.Fewer(left.stream().map(Left::delivery).collect(Collectors.toSet())));
    }

    private Mono<Begun> nothingLeft(Claim claim) {
        return database.sql(NOTHING_LEFT)
                .bind("message", claim.message())
                .bind("claim", claim.number())
                .then()
                .thenReturn(new Begun.Over());
    }

    private static boolean isLocked(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause ->
                        cause instanceof R2dbcException refusal && LOCK_NOT_AVAILABLE.equals(refusal.getSqlState()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    /** A delivery that is still to be told, and the number of the attempt that was begun, if one was. */
    private record Left(long delivery, List<Integer> attempt) {}
}
