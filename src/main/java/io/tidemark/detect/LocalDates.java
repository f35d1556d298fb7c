package io.tidemark.detect;

import io.tidemark.movement.BookingTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/** The bank's calendar: which local date an event time falls on, as days since 1970-01-01. */
public final class LocalDates {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long SECONDS_PER_DAY = 86_400;

    private final ZoneId zone;
    /** The last answer of the zone's rules: movements come in runs of the same season. Immutable, so a race is harmless. */
    private volatile Season season = new Season(0, 0, 0);

    public LocalDates(ZoneId zone) {
        this.zone = zone;
    }

    public ZoneId zone() {
        return zone;
    }

    public int dayOf(long epochNanos) {
        long second = Math.floorDiv(epochNanos, NANOS_PER_SECOND);
        Season current = season;
        if (!current.holds(second)) {
            current = Season.at(second, zone.getRules());
            season = current;
        }
        return (int) Math.floorDiv(second + current.offset, SECONDS_PER_DAY);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LocalDates dates && dates.zone.equals(zone);
    }

    @Override
    public int hashCode() {
        return zone.hashCode();
    }

    /** A stretch of time, in seconds, during which a zone keeps its offset. */
    private record Season(long from, long until, int offset) {
        boolean holds(long second) {
            return second >= from && second < until;
        }

        static Season at(long second, ZoneRules rules) {
            Instant instant = Instant.ofEpochSecond(second);
            ZoneOffsetTransition next = rules.nextTransition(instant);
            ZoneOffsetTransition previous = rules.previousTransition(instant.plusSeconds(1));
            return new Season(
                    previous == null ? BookingTime.EARLIEST.getEpochSecond() : previous.toEpochSecond(),
                    next == null ? Long.MAX_VALUE : next.toEpochSecond(),
                    rules.getOffset(instant).getTotalSeconds());
        }
    }
}
