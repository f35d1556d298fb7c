package io.tidemark.respond;

import io.tidemark.alert.Alert;

/** What came of a wish. */
public sealed interface Answer {

    /** It was done, now or when it was sent first. */
    record Done(Reply reply) implements Answer {}

    /** Nothing was done; the alert is as it stands. */
    record Refused(Alert current, String why) implements Answer {}

    /** Nothing was done: the key came with another request before. */
    record KeyTaken() implements Answer {}

    /** There is no such alert. */
    record Unknown() implements Answer {}
}
