package io.tidemark.intake;

/** How many of a partition's records had which outcome, as of an offset; a replay does not count again. */
public record Counts(long applied, long stale, long parked) {
    public static final Counts NONE = new Counts(0, 0, 0);

    Counts plus(int moreApplied, int moreStale, int moreParked) {
        return new Counts(applied + moreApplied, stale + moreStale, parked + moreParked);
    }
}
