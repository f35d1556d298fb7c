package io.tidemark.detect;

/** Event times near the ends of their range stay there: an overflow must not turn the past into the future. */
final class Times {
    private Times() {}

    static long minus(long nanos, long durationNanos) {
        long difference = nanos - durationNanos;
        return difference > nanos ? Long.MIN_VALUE : difference;
    }

    static long plus(long nanos, long durationNanos) {
        long sum = nanos + durationNanos;
        return sum < nanos ? Long.MAX_VALUE : sum;
    }
}
