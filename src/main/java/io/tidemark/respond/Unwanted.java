package io.tidemark.respond;

/** Why what was to be told of an alert, and has not left yet, is no longer wanted. */
public enum Unwanted {
    /** Somebody has answered. */
    ACKNOWLEDGED,
    /** It is over. */
    RESOLVED,
    /** It is somebody else's. */
    REASSIGNED,
    /** The person has seen it elsewhere. */
    SEEN
}
