package io.tidemark.reference.postgres;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.tidemark.reference.Entry;
import io.tidemark.reference.Entry.Assignment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who is responsible for whom. In the statement that changes it, the alerts of the clients that are not over are put
 * before the router, which is woken and hands them over; in the order of their ids, so that no two wait for each other in a circle.
 */
final class Assignments {
    private static final String AND_THE_ALERTS = """
            , open as (
                select alert_id from alert
                where status <> 'RESOLVED' and client_id in (select client_id from changed)
                order by alert_id for update
            ), looked_at as (
                update alert set look_at = least(look_at, %s::timestamptz) from open
                where alert.alert_id = open.alert_id
                returning 1
            ) select
                (select count(*) from changed),
                (select count(pg_notify('tidemark_feed', '')) from (select from looked_at limit 1) as any_alert)""";

    private static final Upsert<Assignment> DATED = new Upsert<>(
            Assignment.class,
            """
            with given as (
                select client, manager, valid_from::timestamptz as valid_from, valid_to::timestamptz as valid_to
                from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as g (client, manager, valid_from, valid_to)
            ), changed as (
                insert into assignment (client_id, manager_id, valid_from, valid_to)
                select * from given where not exists (
                    select from assignment as a where a.client_id = given.client and a.valid_from = given.valid_from
                    and (a.manager_id, a.valid_to) is not distinct from (given.manager, given.valid_to))
                on conflict (client_id, valid_from) do update
                set manager_id = excluded.manager_id, valid_to = excluded.valid_to
                returning client_id
            )""" + AND_THE_ALERTS.formatted("$5"),
            List.of(Assignment::client, Assignment::manager, each -> text(each.from()), each -> text(each.to())),
            true);

    /** Whoever is given to nobody is taken from everybody: an earlier row that was superseded must not come back. */
    private static final Upsert<Assignment> FROM_NOW_ON = new Upsert<>(
            Assignment.class,
            """
            with given as (
                select client, manager, current.manager_id as before
                from unnest($1::text[], $2::text[]) as g (client, manager)
                left join lateral (
                    select manager_id from assignment
                    where client_id = client and valid_from <= $3::timestamptz
                    and (valid_to is null or valid_to > $3::timestamptz)
                    order by valid_from desc limit 1
                ) as current on true
            ), begun as (
                insert into assignment (client_id, manager_id, valid_from)
                select client, manager, $3::timestamptz from given where manager is not null and manager is distinct from before
                on conflict (client_id, valid_from) do update set manager_id = excluded.manager_id, valid_to = null
                returning client_id
            ), ended as (
                update assignment set valid_to = $3::timestamptz from given
                where client_id = client and manager is null and before is not null
                and valid_from <= $3::timestamptz and (valid_to is null or valid_to > $3::timestamptz)
                returning client_id
            ), changed as (
                select client_id from begun union select client_id from ended
            )""" + AND_THE_ALERTS.formatted("$3"),
            List.of(Assignment::client, Assignment::manager),
            true);

    private Assignments() {}

    /** Those with a beginning first, as what holds "from now on" supersedes them. */
    static Mono<Long> keep(PostgresqlConnection connection, List<Entry> entries, Instant now) {
        Map<Boolean, List<Entry>> dated =
                entries.stream().collect(Collectors.partitioningBy(each -> ((Assignment) each).from() != null));
        return Flux.concat(
                        run(DATED, connection, dated.getOrDefault(true, List.of()), now),
                        run(FROM_NOW_ON, connection, dated.getOrDefault(false, List.of()), now))
                .reduce(0L, Long::sum);
    }

    private static Mono<Long> run(
            Upsert<Assignment> upsert, PostgresqlConnection connection, List<Entry> entries, Instant now) {
        return entries.isEmpty() ? Mono.empty() : upsert.run(connection, entries, now);
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
