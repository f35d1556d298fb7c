package io.tidemark.feed;

import io.tidemark.feed.FeedEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** A history that is a list. */
class MemoryHistory implements History {
    private final List<StoredEvent> events = new ArrayList<>();
    private long forgotten;

    synchronized StoredEvent add(String document) {
        StoredEvent event = new StoredEvent(forgotten + events.size() + 1, Kind.ALERT, document);
        events.add(event);
        return event;
    }

    synchronized void forget(int oldest) {
        events.subList(0, oldest).clear();
        forgotten += oldest;
    }

    synchronized long newest() {
        return forgotten + events.size();
    }

    @Override
    public Mono<Kept> kept() {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                return new Kept(forgotten + 1, newest());
            }
        });
    }

    @Override
    public Mono<List<StoredEvent>> after(long position, int limit) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                int from = (int) Math.min(Math.max(position - forgotten, 0), events.size());
                return List.copyOf(events.subList(from, Math.min(from + limit, events.size())));
            }
        });
    }
}
