package io.tidemark.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** A hot tail that is a list and may be away. It never waits. */
class MemoryHotTail implements HotTail {
    final List<StoredEvent> events = new ArrayList<>();
    boolean away;

    @Override
    public Mono<Long> last() {
        return Mono.fromSupplier(() -> {
            reach();
            return newest();
        });
    }

    @Override
    public Mono<Boolean> append(long expected, List<StoredEvent> appended) {
        return Mono.fromSupplier(() -> {
            reach();
            return newest() == expected && events.addAll(appended);
        });
    }

    @Override
    public Mono<Boolean> restart(long expected, List<StoredEvent> begun) {
        return Mono.fromSupplier(() -> {
            reach();
            if (newest() != expected) {
                return false;
            }
            events.clear();
            events.addAll(begun);
            return true;
        });
    }

    @Override
    public Mono<List<StoredEvent>> after(long position, int limit, Duration wait) {
        return Mono.fromSupplier(() -> {
            reach();
            return events.stream()
                    .filter(event -> event.position() > position)
                    .limit(limit)
                    .toList();
        });
    }

    List<Long> positions() {
        return events.stream().map(StoredEvent::position).toList();
    }

    private long newest() {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).position();
    }

    private void reach() {
        if (away) {
            throw new IllegalStateException("away");
        }
    }
}
