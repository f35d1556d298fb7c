package io.tidemark.feed;

import io.tidemark.feed.Replay.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Where a connection stands in the feed. While the ring holds what comes next it reads there; when it is behind the
 * ring it reads pages of history until it has caught up. Live and replayed events meet without a seam, because both are
 * only ever asked for the next position. Not thread-safe, except for what arrives.
 */
final class Cursor {
    private final Ring ring;
    private final Replay replay;
    private final Runnable wake;
    private final AtomicReference<@Nullable Page> arrived = new AtomicReference<>();
    private final Deque<RingEntry> page = new ArrayDeque<>(0);
    private Disposable load = Disposables.disposed();
    private boolean loading;
    private long position;
    private boolean live;
    private @Nullable Gap gap;

    private Cursor(Ring ring, Replay replay, Runnable wake, long position) {
        this.ring = ring;
        this.replay = replay;
        this.wake = wake;
        this.position = position;
    }

    /** @param wake called when what was not there is */
    static Cursor at(@Nullable Long since, Ring ring, Replay replay, Runnable wake) {
        if (since == null) {
            return new Cursor(ring, replay, wake, ring.newest());
        }
        Cursor cursor = new Cursor(ring, replay, wake, since);
        if (since > ring.newest()) {
            // Another instance may be ahead of this ring, or the feed was reset: only the history knows.
            cursor.load();
        }
        return cursor;
    }

    long position() {
        return position;
    }

    /** Once true, whoever falls behind the ring has been too slow. */
    boolean isLive() {
        return live;
    }

    boolean isBehindRing() {
        return !loading && page.isEmpty() && position + 1 < ring.oldest();
    }

    /** The next event, or null if there is none yet; then it wakes. */
    @Nullable
    RingEntry peek() {
        if (!page.isEmpty() || !arrive()) {
            return page.peek();
        }
        while (true) {
            RingEntry entry = ring.at(position + 1);
            if (entry != null) {
                return entry;
            }
            if (position + 1 < ring.oldest()) {
                load();
                return null;
            }
            if (position >= ring.newest()) {
                live = true;
                return null;
            }
        }
    }

    void advance() {
        position++;
        page.poll();
    }

    /** What was skipped on the way to the next event, told once. */
    @Nullable
    Gap takeGap() {
        Gap taken = gap;
        gap = null;
        return taken;
    }

    void stop() {
        load.dispose();
        page.clear();
    }

    private void load() {
        live = false;
        loading = true;
        load = replay.after(position).subscribe(loaded -> {
            arrived.set(loaded);
            wake.run();
        });
    }

    /** False while a page is on its way. */
    private boolean arrive() {
        Page loaded = arrived.getAndSet(null);
        if (loaded != null) {
            continueFrom(loaded.from());
            page.addAll(loaded.entries());
            if (page.isEmpty() && position + 1 < ring.oldest()) {
                continueFrom(ring.oldest());
            }
            loading = false;
        }
        return page.isEmpty() && !loading;
    }

    private void continueFrom(long from) {
        if (from != position + 1) {
            gap = new Gap(position, from);
            position = from - 1;
        }
    }

    /** What was asked for after {@code requested} is not kept; it continues from {@code continuesFrom}. */
    record Gap(long requested, long continuesFrom) {}
}
