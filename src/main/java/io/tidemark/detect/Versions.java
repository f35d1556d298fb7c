package io.tidemark.detect;

import io.tidemark.movement.BookingTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Every version of something that movements are judged by, and which one is in force when. Immutable. */
public final class Versions<T> {
    private final List<T> values;
    private final long[] inForceFrom;

    /**
     * The earliest version holds from the beginning of time, so that the log of an old year can be replayed. Of two that
     * take effect at once the one with the higher number holds.
     *
     * @throws IllegalArgumentException if there is no version
     */
    public Versions(List<Version<T>> versions) {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one version");
        }
        List<Version<T>> earliestFirst = versions.stream()
                .sorted(Comparator.<Version<T>, Instant>comparing(Version::inForceFrom)
                        .thenComparing(Version::number))
                .toList();
        values = earliestFirst.stream().map(Version::value).toList();
        inForceFrom = earliestFirst.stream()
                .mapToLong(version -> nanos(version.inForceFrom()))
                .toArray();
        inForceFrom[0] = Long.MIN_VALUE;
    }

    /** The latest that anything can be booked, if it is later than that. */
    private static long nanos(Instant instant) {
        return instant.isBefore(BookingTime.LATEST) ? BookingTime.toNanos(instant) : Long.MAX_VALUE;
    }

    /** What never changes. */
    public static <T> Versions<T> always(T value) {
        return new Versions<>(List.of(new Version<>(1, value, Instant.EPOCH, Instant.EPOCH)));
    }

    /** The version that is in force at the event time. */
    public T inForceAt(long bookedAtNanos) {
        int latest = inForceFrom.length - 1;
        if (bookedAtNanos >= inForceFrom[latest]) {
            return values.get(latest);
        }
        return values.get(earlier(bookedAtNanos));
    }

    private int earlier(long bookedAtNanos) {
        int index = Arrays.binarySearch(inForceFrom, bookedAtNanos);
        if (index < 0) {
            return -index - 2;
        }
        while (inForceFrom[index + 1] == bookedAtNanos) {
            index++;
        }
        return index;
    }

    /** All values, the earliest first. */
    public List<T> all() {
        return values;
    }

    /** A value and when it was published to take effect. */
    public record Version<T>(long number, T value, Instant effectiveFrom, Instant publishedAt) {
        /** A version never takes effect before it was published. */
        public Instant inForceFrom() {
            return effectiveFrom.isAfter(publishedAt) ? effectiveFrom : publishedAt;
        }
    }
}
