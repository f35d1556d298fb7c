package io.tidemark.feed;

/**
 * How much the feed holds and how long it waits.
 *
 * @param ring what an instance holds
 * @param streamEvents about how many events the hot tail holds
 * @param pageEvents most events read at once
 * @param batchBytes about how many bytes a connection is given at once: what a reader that stalls can pin
 */
public record FeedLimits(RingSize ring, int streamEvents, int pageEvents, int batchBytes, Patience patience) {

    /**
     * Whichever comes first.
     *
     * @param bytes of alerts as they are kept; each form that is asked for takes about as much again
     */
    public record RingSize(int events, long bytes) {}
}
