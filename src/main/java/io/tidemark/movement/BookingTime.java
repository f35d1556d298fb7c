package io.tidemark.movement;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * Event time as nanoseconds since 1970-01-01T00:00Z in a long: exact, comparable and free of allocation from 1677 to
 * 2262.
 */
public final class BookingTime {
    public static final Instant EARLIEST = toInstant(Long.MIN_VALUE);
    public static final Instant LATEST = toInstant(Long.MAX_VALUE);

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private BookingTime() {}

    public static Instant toInstant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }

    /** @throws DateTimeException if the instant is before {@link #EARLIEST} or after {@link #LATEST} */
    public static long toNanos(Instant instant) {
        try {
            return Duration.between(Instant.EPOCH, instant).toNanos();
        } catch (ArithmeticException outOfRange) {
            throw new DateTimeException(instant + " is not between " + EARLIEST + " and " + LATEST, outOfRange);
        }
    }
}
