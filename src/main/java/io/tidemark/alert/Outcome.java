package io.tidemark.alert;

/** How an alert ended. */
public enum Outcome {
    RETAINED,
    PARTLY_RETAINED,
    LOST,
    FALSE_ALARM,
    /** The client is back above the line; said by a person or, if the alert was only about the band, by itself. */
    RECOVERED
}
