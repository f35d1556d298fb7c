package io.tidemark.alert;

import org.jspecify.annotations.Nullable;

/** What is left of a client's data when it leaves the house. */
public final class Masked {
    private Masked() {}

    /** The surname, as far as one character tells: {@code 王*}. */
    public static @Nullable String name(@Nullable String name) {
        return name == null || name.isEmpty() ? null : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
    }
}
