package io.tidemark.detect;

/** The rules of {@code RULES.md} in the order in which they are evaluated, which also breaks ties between findings. */
public enum Rule {
    TIER_LOST,
    CRITICAL_BAND,
    BAND_WORSENED,
    COMPETITOR_OUTFLOW,
    CUMULATIVE_OUTFLOW,
    ABNORMAL_OUTFLOW,
    NEAR_LINE,
    QUALIFIED,
    RECOVERED;

    /** Whether the rule speaks of a line, so that its finding's qualifier is the line's name. */
    public boolean perLine() {
        return switch (this) {
            case COMPETITOR_OUTFLOW, CUMULATIVE_OUTFLOW, ABNORMAL_OUTFLOW -> false;
            default -> true;
        };
    }
}
