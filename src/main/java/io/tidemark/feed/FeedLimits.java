package io.tidemark.feed;

/**
 * How much the feed holds and how long it waits.
 *
 * @param ringEvents most events in the ring
 * @param ringBytes most bytes of alerts in the ring; each form that is asked for takes about as much again
 * @param pageEvents most events read at once from history
 * @param batchBytes about how many bytes a connection is given at once: what a reader that stalls can pin
 */
public record FeedLimits(int ringEvents, long ringBytes, int pageEvents, int batchBytes, Patience patience) {}
