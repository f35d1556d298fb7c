package io.tidemark.route;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/** What the clock on the wall shows, where it is put forward and back. */
final class WallClock {
    private WallClock() {}

    /**
     * When the clock shows {@code time}, or something later if it never does as it is put forward; of two moments, as it
     * is put back, the first that is after {@code at}.
     */
    static Instant shows(LocalDateTime time, ZoneId zone, Instant at) {
        @Nullable ZoneOffsetTransition transition = zone.getRules().getTransition(time);
        if (transition != null && transition.isGap()) {
            return transition.getInstant();
        }
        ZonedDateTime first = time.atZone(zone);
        return first.toInstant().isAfter(at)
                ? first.toInstant()
                : first.withLaterOffsetAtOverlap().toInstant();
    }
}
