package io.tidemark.alert;

import io.tidemark.detect.Cause;

/** Where in the log an alert comes from: the movement's place in its topic, and what of it was judged. */
public record Origin(String topic, int partition, long offset, Cause cause) {}
