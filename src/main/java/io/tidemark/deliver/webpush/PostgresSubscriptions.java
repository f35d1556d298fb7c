package io.tidemark.deliver.webpush;

import io.r2dbc.spi.Readable;
import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.webpush.Subscription.Browser;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

final class PostgresSubscriptions implements Subscriptions {
    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final int largest;

    PostgresSubscriptions(DatabaseClient database, TransactionalOperator transaction, Clock clock, int largest) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        this.largest = largest;
    }

    @Override
    public Mono<Kept> keep(ManagerId manager, Browser browser) {
        UUID fresh = UUID.randomUUID();
        return upsert(fresh, manager, browser)
                .flatMap(id -> removeOldest(manager, id).thenReturn(new Kept(id, id.equals(fresh))))
                .as(transaction::transactional);
    }

    private Mono<UUID> upsert(UUID fresh, ManagerId manager, Browser browser) {
        return database.sql("""
                        insert into push_subscription
                            (subscription_id, manager_id, endpoint, p256dh, auth, created_at, confirmed_at)
                        values (:id, :manager, :endpoint, :p256dh, :auth, :now, :now)
                        on conflict (endpoint) do update set
                            subscription_id = case when push_subscription.manager_id = excluded.manager_id
                                then push_subscription.subscription_id else excluded.subscription_id end,
                            created_at = case when push_subscription.manager_id = excluded.manager_id
                                then push_subscription.created_at else excluded.created_at end,
                            manager_id = excluded.manager_id, p256dh = excluded.p256dh, auth = excluded.auth,
                            confirmed_at = excluded.confirmed_at, failed = 0
                        returning subscription_id
                        """)
                .bind("id", fresh)
                .bind("manager", manager.value())
                .bind("endpoint", browser.endpoint().toString())
                .bind("p256dh", browser.keys().p256dh())
                .bind("auth", browser.keys().auth())
                .bind("now", now())
                .map(PostgresSubscriptions::id)
                .one();
    }

    private Mono<Long> removeOldest(ManagerId manager, UUID kept) {
        return database.sql("""
                        delete from push_subscription where subscription_id in (
                            select subscription_id from push_subscription where manager_id = :manager
                            order by subscription_id = :kept desc, confirmed_at desc, created_at desc offset :largest)
                        """)
                .bind("manager", manager.value())
                .bind("kept", kept)
                .bind("largest", largest)
                .fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<List<Subscription>> of(ManagerId manager) {
        return database.sql("""
                        select subscription_id, manager_id, endpoint, p256dh, auth from push_subscription
                        where manager_id = :manager order by confirmed_at desc, created_at desc limit :largest
                        """)
                .bind("manager", manager.value())
                .bind("largest", largest)
                .map(PostgresSubscriptions::subscription)
                .all()
                .collectList();
    }

    @Override
    public Mono<Boolean> remove(ManagerId manager, UUID id) {
        return database.sql("delete from push_subscription where manager_id = :manager and subscription_id = :id")
                .bind("manager", manager.value())
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Boolean> remove(ManagerId manager, URI endpoint) {
        return database.sql("delete from push_subscription where manager_id = :manager and endpoint = :endpoint")
                .bind("manager", manager.value())
                .bind("endpoint", endpoint.toString())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Void> used(Collection<UUID> taken, Collection<UUID> failed, Collection<UUID> gone) {
        return database.sql("""
                        with removed as (delete from push_subscription where subscription_id = any(:gone) returning 1)
                        update push_subscription set
                            last_used_at = case when subscription_id = any(:taken) then :now else last_used_at end,
                            failed = case when subscription_id = any(:taken) then 0 else failed + 1 end
                        where subscription_id = any(:taken) or subscription_id = any(:failed)
                        """)
                .bind("gone", gone.toArray(UUID[]::new))
                .bind("taken", taken.toArray(UUID[]::new))
                .bind("failed", failed.toArray(UUID[]::new))
                .bind("now", now())
                .then();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static UUID id(Readable row) {
        return Objects.requireNonNull(row.get("subscription_id", UUID.class));
    }

    private static Subscription subscription(Readable row) {
        return new Subscription(
                id(row),
                new ManagerId(text(row, "manager_id")),
                new Browser(
                        URI.create(text(row, "endpoint")), new BrowserKeys(text(row, "p256dh"), text(row, "auth"))));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
