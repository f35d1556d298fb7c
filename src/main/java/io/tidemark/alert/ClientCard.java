package io.tidemark.alert;

import org.jspecify.annotations.Nullable;

/** What the bank has told of a client: as much as is known. */
public record ClientCard(
        @Nullable String name,
        @Nullable String branch,
        @Nullable String manager) {
    public static final ClientCard UNKNOWN = new ClientCard(null, null, null);
}
