package io.tidemark.detect;

import io.tidemark.movement.BookingTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/** Every version of the policy, and which one is in force when. Immutable. */
public final class Policies {
    private final List<Version> latestFirst;
    private final long[] inForceFrom;

    /**
     * The earliest version holds from the beginning of time, so that the log of an old year can be replayed.
     *
     * @throws IllegalArgumentException if there is no version, or two have different base currencies
     */
    public Policies(List<Version> versions) {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one version of the policy");
        }
        if (versions.stream()
                        .map(version -> version.policy().baseCurrency())
                        .distinct()
                        .count()
                > 1) {
            throw new IllegalArgumentException("a new version of the policy can't change the base currency");
        }
        latestFirst = versions.stream()
                .sorted(Comparator.comparing(Version::inForceFrom)
                        .thenComparing(version -> version.policy().version())
                        .reversed())
                .toList();
        inForceFrom = latestFirst.stream()
                .mapToLong(version -> BookingTime.toNanos(version.inForceFrom()))
                .toArray();
        inForceFrom[inForceFrom.length - 1] = Long.MIN_VALUE;
    }

    public static Policies always(Policy policy) {
        return new Policies(List.of(new Version(policy, Instant.EPOCH, Instant.EPOCH)));
    }

    /** The version that is in force at the event time. */
    public Policy inForceAt(long bookedAtNanos) {
        int index = 0;
        while (bookedAtNanos < inForceFrom[index]) {
            index++;
        }
        return latestFirst.get(index).policy();
    }

    /** How far back any version's outflow rules look. */
    Reach reach() {
        return latestFirst.stream()
                .map(version -> Reach.of(version.policy()))
                .reduce(Reach::andThatOf)
                .orElseThrow();
    }

    /** The bank's, which no version may change: every amount ever kept is in it. */
    public Currency baseCurrency() {
        return latestFirst.get(0).policy().baseCurrency();
    }

    public List<Version> versions() {
        return latestFirst;
    }

    /** A policy and when it was published to take effect. */
    public record Version(Policy policy, Instant effectiveFrom, Instant publishedAt) {
        /** A version never takes effect before it was published. */
        public Instant inForceFrom() {
            return effectiveFrom.isAfter(publishedAt) ? effectiveFrom : publishedAt;
        }
    }
}
