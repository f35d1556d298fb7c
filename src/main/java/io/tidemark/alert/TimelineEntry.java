package io.tidemark.alert;

import io.tidemark.bank.ManagerId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an alert, for people to read.
 *
 * @param person who did it, or whom it was done to; absent for what happened by itself
 * @param details by the names in {@link Detail}; instants as ISO 8601 in UTC, enums by their name
 */
public record TimelineEntry(Instant at, Kind kind, @Nullable ManagerId person, Map<String, String> details) {
    public TimelineEntry {
        details = Map.copyOf(details);
    }

    /** What happened. The life's own kinds are made by {@link #of}; the others by whoever routes and delivers. */
    public enum Kind {
        DETECTED,
        /**
         * Those of the level are being told: {@code step}, {@code level}, {@code answerBy}; or, with {@code nobody},
         * there is nobody to tell, or nobody left after all who were asked.
         */
        ROUTED,
        HELD,
        SENT,
        DELIVERED,
        NOT_DELIVERED,
        SEEN,
        /** By {@code person}: {@code promise}, {@code note}. */
        ACKNOWLEDGED,
        /** By {@code person}: {@code how}, {@code note}. */
        CONTACTED,
        /** By {@code person}: {@code outcome}, {@code note}. */
        RESOLVED,
        /** By {@code person}: {@code note}. */
        REOPENED,
        /** By {@code person}: {@code from}, {@code to}, {@code note}. */
        REASSIGNED,
        /** The client got another manager, {@code person}: {@code from}, {@code to}. */
        HANDED_OVER,
        /** To {@code level} from {@code fromLevel}. */
        ESCALATED,
        /** What {@code person} had promised: {@code promise}. */
        PROMISE_LAPSED,
        /** By the alert {@code alert}. */
        WORSENED,
        /** By the alert {@code alert}. */
        RECOVERED
    }

    /** Names of details; one that has nothing to say is absent. */
    public static final class Detail {
        public static final String ALERT = "alert";
        public static final String ANSWER_BY = "answerBy";
        public static final String FROM = "from";
        public static final String FROM_LEVEL = "fromLevel";
        public static final String HOW = "how";
        public static final String LEVEL = "level";
        /** {@code true}, or absent. */
        public static final String NOBODY = "nobody";

        public static final String NOTE = "note";
        public static final String OUTCOME = "outcome";
        public static final String PROMISE = "promise";
        public static final String STEP = "step";
        public static final String TO = "to";

        private Detail() {}
    }

    /**
     * How a change reads.
     *
     * @param before the alert that {@link LifeCycle#after} was asked about
     */
    public static TimelineEntry of(Change change, Alert before) {
        return Reading.of(change, before);
    }
}
