package io.tidemark.deliver.webpush;

import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.webpush.Subscription.Browser;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Which browsers each person has subscribed with. */
interface Subscriptions {

    /**
     * Keeps it under the browser's endpoint: confirmed if it was the person's, taken over with a new id if it was another's.
     * Beyond the largest number for one person, those that were confirmed the longest ago go.
     */
    Mono<Kept> keep(ManagerId manager, Browser browser);

    /** The person's, the last confirmed first; never more than the largest number. */
    Mono<List<Subscription>> of(ManagerId manager);

    /** Whether the person had it. */
    Mono<Boolean> remove(ManagerId manager, UUID id);

    /** Whether the person had it. */
    Mono<Boolean> remove(ManagerId manager, URI endpoint);

    /** What came of a message: those that took it, those that did not, and those that are no more and go. */
    Mono<Void> used(Collection<UUID> taken, Collection<UUID> failed, Collection<UUID> gone);

    /** @param isNew that it was not the person's before */
    record Kept(UUID id, boolean isNew) {}
}
