package io.tidemark.feed;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/** Everyone who listens on this instance. */
public final class Audience {
    private final Ring ring;
    private final Replay replay;
    private final FeedLimits limits;
    private final Scheduler timer;
    private final Map<Executor, Row> rows = new ConcurrentHashMap<>();
    private final AtomicInteger present = new AtomicInteger();
    private final Sinks.Empty<Void> empty = Sinks.empty();
    private volatile boolean closing;

    Audience(Ring ring, Replay replay, FeedLimits limits, Scheduler timer) {
        this.ring = ring;
        this.replay = replay;
        this.limits = limits;
        this.timer = timer;
    }

    /** Looks at every connection's silence, stalling and parting once each {@code tick}, until disposed. */
    public Disposable watch(Duration tick) {
        return timer.schedulePeriodically(this::wake, tick.toMillis(), tick.toMillis(), TimeUnit.MILLISECONDS);
    }

    public Listener listen(Interest interest, Line line) {
        return new Listener(this, interest, line);
    }

    /** How many listen now. */
    public int size() {
        return present.get();
    }

    /**
     * Says goodbye to everyone, and at once to whoever still comes; each at a random moment within {@code spread}, so that
     * they don't all knock at another instance in the same instant. Completes when all are gone.
     */
    public Mono<Void> close(Duration spread) {
        return Mono.defer(() -> {
            closing = true;
            rows.values().forEach(row -> row.members.forEach(listener -> dismissWithin(spread, listener)));
            reportIfEmpty();
            return empty.asMono();
        });
    }

    /** Something has happened: everyone looks. */
    void wake() {
        rows.forEach((loop, row) -> row.wake(loop));
    }

    void enter(Listener listener, Executor loop) {
        present.incrementAndGet();
        rows.computeIfAbsent(loop, any -> new Row()).members.add(listener);
        if (closing) {
            listener.dismiss(Farewell.SHUTDOWN);
        }
    }

    void leave(Listener listener, Executor loop) {
        Row row = rows.get(loop);
        if (row != null && row.members.remove(listener)) {
            present.decrementAndGet();
            reportIfEmpty();
        }
    }

    Cursor cursor(@Nullable Long since, Runnable wake) {
        return Cursor.at(since, ring, replay, wake);
    }

    FeedLimits limits() {
        return limits;
    }

    long now() {
        return timer.now(TimeUnit.MILLISECONDS);
    }

    private void dismissWithin(Duration spread, Listener listener) {
        long delay = ThreadLocalRandom.current().nextLong(spread.toMillis() + 1);
        timer.schedule(() -> listener.dismiss(Farewell.SHUTDOWN), delay, TimeUnit.MILLISECONDS);
    }

    private void reportIfEmpty() {
        if (closing && present.get() == 0) {
            empty.tryEmitEmpty();
        }
    }

    /** Those whose connections share an event loop: woken by one task, however often something happens meanwhile. */
    private static final class Row {
        final Set<Listener> members = ConcurrentHashMap.newKeySet();
        final AtomicBoolean woken = new AtomicBoolean();

        void wake(Executor loop) {
            if (!members.isEmpty() && woken.compareAndSet(false, true)) {
                loop.execute(() -> {
                    woken.set(false);
                    members.forEach(Listener::drain);
                });
            }
        }
    }
}
