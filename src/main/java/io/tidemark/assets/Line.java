package io.tidemark.assets;

/**
 * A line that is watched, as the policy draws it. All amounts are minor units of the base currency.
 *
 * @param name the qualifier of its findings
 * @param minimum Q: a client qualifies at assets of at least this
 * @param bandWidth W: the critical band is from Q − W up to, not including, Q
 * @param recoveryMargin R: an episode closes at Q + R
 * @param worsenStep S: how much deeper it must get to alert again
 * @param nearMargin M: early warning below Q + M
 */
public record Line(String name, long minimum, long bandWidth, long recoveryMargin, long worsenStep, long nearMargin) {

    public Line {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a line needs a name");
        }
        if (bandWidth < 0 || recoveryMargin < 0 || nearMargin < 0) {
            throw new IllegalArgumentException("the widths and margins of the line " + name + " must not be negative");
        }
        if (worsenStep <= 0) {
            throw new IllegalArgumentException("the worsenStep of the line " + name + " must be positive");
        }
        // Computed once here so that an absurd line fails when it is drawn, not when a client meets it.
        Math.subtractExact(minimum, bandWidth);
        Math.addExact(minimum, recoveryMargin);
        Math.addExact(minimum, Math.multiplyExact(2, nearMargin));
    }

    public boolean qualifies(long assets) {
        return assets >= minimum;
    }

    public boolean isBelowBand(long assets) {
        return assets < minimum - bandWidth;
    }

    public boolean isInBand(long assets) {
        return !qualifies(assets) && !isBelowBand(assets);
    }

    public boolean isRecovered(long assets) {
        return assets >= minimum + recoveryMargin;
    }

    public boolean isNear(long assets) {
        return qualifies(assets) && assets < minimum + nearMargin;
    }

    public boolean isClear(long assets) {
        return assets >= minimum + nearMargin;
    }

    public boolean rearmsNear(long assets) {
        return assets >= minimum + 2 * nearMargin;
    }

    /** How many worsen steps deep, for assets below the line. */
    public long depth(long assets) {
        return Math.subtractExact(minimum, assets) / worsenStep;
    }

    public boolean falls(long before, long after) {
        return qualifies(before) && !qualifies(after);
    }
}
