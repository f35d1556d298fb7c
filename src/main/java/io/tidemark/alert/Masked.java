package io.tidemark.alert;

import org.jspecify.annotations.Nullable;

/** What is left of a client's data when it leaves the house. */
public final class Masked {
    private static final int SHORTEST_PHONE = 8;

    private Masked() {}

    /** The first three and the last four digits: {@code 138****0017}; of a number too short for that, nothing. */
    public static @Nullable String phone(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        String national = phone.startsWith("+86") ? phone.substring(3) : phone;
        return national.length() < SHORTEST_PHONE
                ? "****"
                : national.substring(0, 3) + "****" + national.substring(national.length() - 4);
    }

    /** The surname, as far as one character tells: {@code 王*}. */
    public static @Nullable String name(@Nullable String name) {
        return name == null || name.isEmpty() ? null : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
    }
}
