package io.tidemark.detect;

/** The rules of {@code RULES.md} in the order in which they are evaluated, which also breaks ties between findings. */
public enum Rule {
    TIER_LOST(Severity.CRITICAL),
    CRITICAL_BAND(Severity.HIGH),
    BAND_WORSENED(Severity.MEDIUM),
    /** CRITICAL from the policy's critical share on. */
    COMPETITOR_OUTFLOW(Severity.HIGH),
    CUMULATIVE_OUTFLOW(Severity.HIGH),
    ABNORMAL_OUTFLOW(Severity.MEDIUM),
    NEAR_LINE(Severity.LOW),
    QUALIFIED(Severity.INFO),
    RECOVERED(Severity.INFO);

    private final Severity severity;

    Rule(Severity severity) {
        this.severity = severity;
    }

    /** Whether the rule speaks of a line, so that its finding's qualifier is the line's name. */
    public boolean perLine() {
        return switch (this) {
            case COMPETITOR_OUTFLOW, CUMULATIVE_OUTFLOW, ABNORMAL_OUTFLOW -> false;
            default -> true;
        };
    }

    Finding finds(String qualifier) {
        return new Finding(this, qualifier, severity, false);
    }
}
