package io.tidemark.deliver;

import io.tidemark.detect.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Most messages to one person by one channel within a time; twice as many if it is CRITICAL. What comes on top waits, and
 * becomes one digest.
 */
public record Cap(int messages, Duration within) {
    public Cap {
        if (messages < 1 || within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("a cap lets something through, and is counted over some time");
        }
    }

    /**
     * When the next may go: {@code now} unless the cap is reached.
     *
     * @param sent when earlier ones went, in order
     */
    Instant next(Severity severity, List<Instant> sent, Instant now) {
        int most = severity == Severity.CRITICAL ? 2 * messages : messages;
        return sent.size() < most ? now : sent.get(sent.size() - most).plus(within);
    }
}
