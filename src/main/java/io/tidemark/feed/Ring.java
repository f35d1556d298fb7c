package io.tidemark.feed;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The newest events, contiguous, for any number of readers; one thread at a time writes. */
final class Ring {
    private final AtomicReferenceArray<@Nullable RingEntry> slots;
    private final long mostWeight;
    private long weight;
    private volatile long oldest = 1;
    private volatile long newest;

    Ring(FeedLimits.RingSize size) {
        this.slots = new AtomicReferenceArray<>(size.events());
        this.mostWeight = size.bytes();
    }

    /** The oldest position it holds; {@code newest() + 1} while it is empty. */
    long oldest() {
        return oldest;
    }

    /** The position the feed stands at, for this instance. */
    long newest() {
        return newest;
    }

    /** Absent if the event is no longer, or not yet, in the ring. */
    @Nullable
    RingEntry at(long position) {
        RingEntry entry = slots.get(slot(position));
        return entry != null && entry.position() == position ? entry : null;
    }

    /** Forgets everything and goes on after {@code position}. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    void startAfter(long position) {
        while (oldest <= newest) {
            dropOldest();
        }
        newest = position;
        oldest = position + 1;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    void append(RingEntry entry) {
        if (entry.position() != newest + 1) {
            throw new IllegalArgumentException(entry.position() + " does not follow " + newest);
        }
        while (oldest <= newest && (isFull() || weight + entry.weight() > mostWeight)) {
            dropOldest();
        }
        weight += entry.weight();
        slots.set(slot(entry.position()), entry);
        newest++;
    }

    private boolean isFull() {
        return newest - oldest + 1 == slots.length();
    }

    /** Readers see the new bound before the event is gone. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    private void dropOldest() {
        int slot = slot(oldest);
        RingEntry entry = slots.get(slot);
        oldest++;
        if (entry != null) {
            weight -= entry.weight();
            slots.set(slot, null);
        }
    }

    private int slot(long position) {
        return (int) (position % slots.length());
    }
}
