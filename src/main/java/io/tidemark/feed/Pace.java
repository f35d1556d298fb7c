package io.tidemark.feed;

/** Since when a connection is silent, takes nothing, or is asked to go. In milliseconds; not thread-safe. */
final class Pace {
    private static final long NOT = Long.MAX_VALUE;

    private final Patience patience;
    private long silentSince;
    private long busySince = NOT;
    private long partingSince = NOT;
    private long told;

    Pace(Patience patience, long now) {
        this.patience = patience;
        this.silentSince = now;
    }

    void sent(long now, long position) {
        silentSince = now;
        busySince = NOT;
        told = position;
    }

    /** It waits for more. */
    void idle() {
        busySince = NOT;
    }

    /** It still has something to take. */
    void busy(long now) {
        busySince = Math.min(busySince, now);
    }

    void told(long position) {
        told = position;
    }

    /** The position that the subscriber would come back with. */
    long told() {
        return told;
    }

    boolean isSilent(long now) {
        return now - silentSince >= patience.heartbeat().toMillis();
    }

    boolean isStalled(long now) {
        return busySince != NOT && now - busySince >= patience.stall().toMillis();
    }

    boolean isOverdue(long now) {
        partingSince = Math.min(partingSince, now);
        return now - partingSince >= patience.farewell().toMillis();
    }
}
