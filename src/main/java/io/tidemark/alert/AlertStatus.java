package io.tidemark.alert;

/** Where an alert is in its life. */
public enum AlertStatus {
    /** Nobody has answered. */
    OPEN,
    /** Somebody has taken it on, and may have promised when the client will be contacted. */
    ACKNOWLEDGED,
    /** The client was contacted. */
    CONTACTED,
    /** It is over, see {@link Outcome}. */
    RESOLVED
}
