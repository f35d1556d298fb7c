package io.tidemark.feed;

import org.jspecify.annotations.Nullable;

/** An event with its bytes for each form, made when first needed. */
final class RingEntry {
    private final FeedEvent event;
    private final int weight;
    private volatile @Nullable Encoded encoded;

    private RingEntry(FeedEvent event, int weight) {
        this.event = event;
        this.weight = weight;
    }

    static RingEntry of(StoredEvent stored, Documents documents) {
        return new RingEntry(documents.read(stored), stored.document().length());
    }

    FeedEvent event() {
        return event;
    }

    long position() {
        return event.position();
    }

    /** How much it counts against the ring's limit: about the bytes of one form. */
    int weight() {
        return weight;
    }

    /** Two threads that come first at the same time both encode, and one result is forgotten: cheaper than a lock. */
    byte[] as(Form form) {
        for (Encoded each = encoded; each != null; each = each.next) {
            if (each.form == form) {
                return each.bytes;
            }
        }
        byte[] bytes = form.event(event);
        encoded = new Encoded(form, bytes, encoded);
        return bytes;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Encoded(
            Form form, byte[] bytes, @Nullable Encoded next) {}
}
