package io.tidemark.respond;

import io.tidemark.alert.AlertId;
import io.tidemark.alert.Change;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be done about an alert.
 *
 * @param version of the alert that they have seen; absent if they don't care
 * @param once absent if it may be done again when it is sent again
 */
public record Wish(
        AlertId alert,
        Change change,
        @Nullable Integer version,
        @Nullable Once once) {}
