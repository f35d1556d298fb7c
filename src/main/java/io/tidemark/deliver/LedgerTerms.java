package io.tidemark.deliver;

import io.tidemark.detect.Severity;
import java.time.Duration;

/**
 * How long things are waited for.
 *
 * @param instance who claims
 * @param lease how long a claim holds; longer than any submission takes
 * @param inDoubt how long a receipt is waited for before a message in doubt is sent once more
 * @param urgent how long after it was first due CRITICAL and HIGH is of use
 * @param ordinary how long the rest is
 */
public record LedgerTerms(String instance, Duration lease, Duration inDoubt, Duration urgent, Duration ordinary) {
    /** How far a provider's clock may be off ours; many of them don't tell seconds. */
    public static final Duration SKEW = Duration.ofSeconds(90);

    /** How long a receipt that knows no message is kept. */
    public static final Duration UNCLAIMED = Duration.ofDays(3);

    /** Most deliveries in one message. */
    public static final int MOST = 100;

    /** How often a message may have left. */
    public static final int TWICE = 2;

    public Duration life(Severity severity) {
        return severity.atLeast(Severity.HIGH) ? urgent : ordinary;
    }
}
