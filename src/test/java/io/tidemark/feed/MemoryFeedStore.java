package io.tidemark.feed;

import io.tidemark.feed.FeedEvent.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A history whose events are given positions as the real one's are. */
class MemoryFeedStore extends MemoryHistory implements Positions {
    private final Deque<String> withoutPosition = new ArrayDeque<>();
    private final AtomicBoolean held = new AtomicBoolean();
    private final Sinks.Many<Kind> news = Sinks.many().multicast().onBackpressureBuffer();

    synchronized void record(String document) {
        withoutPosition.add(document);
        news.tryEmitNext(Kind.ALERT);
    }

    @Override
    public <T> Flux<T> whileHeld(Function<Session, Publisher<T>> work) {
        return Mono.fromSupplier(() -> held.compareAndSet(false, true))
                .filter(mine -> mine)
                .repeatWhenEmpty(Integer.MAX_VALUE, refusals -> refusals.delayElements(Duration.ofMillis(10)))
                .flatMapMany(mine -> Flux.from(work.apply(new MemorySession())).doFinally(signal -> held.set(false)));
    }

    private final class MemorySession implements Session {
        @Override
        public Flux<?> news() {
            return news.asFlux();
        }

        @Override
        public Mono<List<StoredEvent>> assign(int limit) {
            return Mono.fromSupplier(() -> {
                synchronized (MemoryFeedStore.this) {
                    List<StoredEvent> given = new ArrayList<>();
                    while (given.size() < limit && !withoutPosition.isEmpty()) {
                        given.add(add(withoutPosition.remove()));
                    }
                    return List.copyOf(given);
                }
            });
        }
    }
}
