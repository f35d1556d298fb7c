package io.tidemark.deliver;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after a round of refusals: twice as long each time, up to a longest, give or take a fifth, so that
 * what failed together does not come back together.
 *
 * @param random from 0 to 1
 */
public record Backoff(Duration first, Duration longest, DoubleSupplier random) {
    private static final int MOST_DOUBLINGS = 20;

    /** @param tries how many attempts there have been, at least 1 */
    Duration after(int tries) {
        long grown = first.toMillis() << Math.min(Math.max(tries - 1, 0), MOST_DOUBLINGS);
        double jitter = 0.8 + 0.4 * random.getAsDouble();
        return Duration.ofMillis((long) (Math.min(grown, longest.toMillis()) * jitter));
    }
}
