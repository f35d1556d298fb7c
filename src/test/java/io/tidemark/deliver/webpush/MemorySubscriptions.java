package io.tidemark.deliver.webpush;

import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.webpush.Subscription.Browser;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

final class MemorySubscriptions implements Subscriptions {
    /** The last confirmed first. */
    private final List<Subscription> all = new ArrayList<>();

    private final int largest;

    MemorySubscriptions(int largest) {
        this.largest = largest;
    }

    @Override
    public Mono<Kept> keep(ManagerId manager, Browser browser) {
        return Mono.fromCallable(() -> {
            synchronized (all) {
                UUID known = all.stream()
                        .filter(each -> each.manager().equals(manager)
                                && each.browser().endpoint().equals(browser.endpoint()))
                        .map(Subscription::id)
                        .findAny()
                        .orElse(null);
                all.removeIf(each -> each.browser().endpoint().equals(browser.endpoint()));
                UUID id = known == null ? UUID.randomUUID() : known;
                all.add(0, new Subscription(id, manager, browser));
                List<Subscription> theirs = theirs(manager);
                all.removeAll(theirs.subList(Math.min(largest, theirs.size()), theirs.size()));
                return new Kept(id, known == null);
            }
        });
    }

    @Override
    public Mono<List<Subscription>> of(ManagerId manager) {
        return Mono.fromCallable(() -> {
            synchronized (all) {
                return theirs(manager);
            }
        });
    }

    private List<Subscription> theirs(ManagerId manager) {
        return all.stream().filter(each -> each.manager().equals(manager)).toList();
    }

    @Override
    public Mono<Boolean> remove(ManagerId manager, UUID id) {
        return removeIf(each -> each.manager().equals(manager) && each.id().equals(id));
    }

    @Override
    public Mono<Boolean> remove(ManagerId manager, URI endpoint) {
        return removeIf(each ->
                each.manager().equals(manager) && each.browser().endpoint().equals(endpoint));
    }

    @Override
    public Mono<Void> used(Collection<UUID> taken, Collection<UUID> failed, Collection<UUID> gone) {
        return removeIf(each -> gone.contains(each.id())).then();
    }

    private Mono<Boolean> removeIf(Predicate<Subscription> which) {
        return Mono.fromCallable(() -> {
            synchronized (all) {
                return all.removeIf(which);
            }
        });
    }
}
