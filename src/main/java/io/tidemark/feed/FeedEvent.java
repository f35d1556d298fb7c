package io.tidemark.feed;

import io.tidemark.alert.Alert;

/**
 * One event of the feed.
 *
 * @param position strictly increasing from 1, without gaps, the same on every instance
 * @param kind {@code ALERT} for a new alert, {@code UPDATE} for a changed one
 * @param alert as it stood at this event
 */
public record FeedEvent(long position, Kind kind, Alert alert) {
    /** What happened to the alert. */
    public enum Kind {
        ALERT,
        UPDATE
    }
}
