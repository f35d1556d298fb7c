package io.tidemark.feed;

import java.util.Locale;

/** Why a connection is ended from this side. */
public enum Farewell {
    /** It reads slower than the feed grows, or not at all. */
    LAGGED,
    /** This instance goes away. */
    SHUTDOWN;

    /** As it is told to the subscriber. */
    public String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
