package io.tidemark.feed;

import java.time.Duration;
import java.util.List;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The feed on this instance: the relay's turn if it comes, the ring, and everyone who listens. */
public final class Feed {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final History history;
    private final FeedLimits limits;
    private final Ring ring;
    private final Audience audience;
    private final Tail tail;
    private final Relay relay;

    public Feed(Ports ports, FeedLimits limits, Scheduler timer) {
        this.history = ports.history();
        this.limits = limits;
        this.ring = new Ring(limits.ring());
        Replay replay = new Replay(history, ports.documents(), limits.pageEvents(), timer);
        this.audience = new Audience(ring, replay, limits, timer);
        this.tail = new Tail(ports.hotTail(), history, new IntoRing(ports.documents()), timer);
        Mirror mirror = new Mirror(ports.hotTail(), history, limits, timer);
        this.relay = new Relay(ports.positions(), mirror, limits, timer);
    }

    /** What the feed is made of. */
    public record Ports(History history, Positions positions, HotTail hotTail, Documents documents) {}

    public Audience audience() {
        return audience;
    }

    /** The position this instance has come to. */
    public long newest() {
        return ring.newest();
    }

    /** Fills the ring with the newest events: who comes back right after a restart asks for these. */
    public Mono<Void> load() {
        return history.kept()
                .doOnNext(kept ->
                        ring.startAfter(Math.max(kept.newest() - limits.ring().events(), kept.oldest() - 1)))
                .then(tail.catchUp())
                .then(tail.greet());
    }

    /** Runs until disposed. */
    public Disposable run() {
        return Disposables.composite(List.of(tail.run().subscribe(), relay.run().subscribe(), audience.watch(TICK)));
    }

    private final class IntoRing implements Tail.Destination {
        private final Documents documents;

        IntoRing(Documents documents) {
            this.documents = documents;
        }

        @Override
        public long newest() {
            return ring.newest();
        }

        @Override
        public int pageEvents() {
            return limits.pageEvents();
        }

        @Override
        public void append(StoredEvent event) {
            ring.append(RingEntry.of(event, documents));
        }

        @Override
        public void startAfter(long position) {
            ring.startAfter(position);
        }

        @Override
        public void publish() {
            audience.wake();
        }
    }
}
