package io.tidemark.alert;

/** How a client was contacted. */
public enum ContactWay {
    PHONE,
    VISIT,
    MEETING,
    MESSAGE,
    EMAIL,
    OTHER
}
