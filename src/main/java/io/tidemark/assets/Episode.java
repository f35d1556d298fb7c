package io.tidemark.assets;

/**
 * A client's time below a line, from the fall out of it until the recovery. Immutable.
 *
 * @param openedAtNanos event time of the movement that opened it
 * @param openedByOffset that movement's offset
 * @param openedByExpiry whether it was a leg leaving transit, not the movement's arrival, that opened it
 * @param lowest the least assets so far, minor units of the base currency
 * @param level the deepest worsen step noted
 * @param tierLost whether it has had TIER_LOST
 * @param crossings falls from above the line to below it, the opening one included
 */
public record Episode(
        long openedAtNanos,
        long openedByOffset,
        boolean openedByExpiry,
        long lowest,
        long level,
        boolean tierLost,
        int crossings) {

    /** The episode after one more change of the assets. */
    public Episode seen(Line line, long before, long after) {
        boolean fell = line.falls(before, after);
        if (!fell && after >= lowest) {
            return this;
        }
        return new Episode(
                openedAtNanos,
                openedByOffset,
                openedByExpiry,
                Math.min(lowest, after),
                level,
                tierLost,
                fell ? crossings + 1 : crossings);
    }

    public Episode withTierLost() {
        return new Episode(openedAtNanos, openedByOffset, openedByExpiry, lowest, level, true, crossings);
    }

    public Episode withLevel(long deeper) {
        return new Episode(openedAtNanos, openedByOffset, openedByExpiry, lowest, deeper, tierLost, crossings);
    }
}
