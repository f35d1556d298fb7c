package io.tidemark.local.sms;

/** When a provider says what became of a message. */
public enum Receipting {
    NEVER,
    /** One for each segment, as it is answered. */
    AFTER_ANSWER,
    TWICE,
    /** On the same connection, and taken, before the segment is answered. */
    BEFORE_ANSWER,
    /** When the message is complete, the last segment's first. */
    LAST_SEGMENT_FIRST
}
