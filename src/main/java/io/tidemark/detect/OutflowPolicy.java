package io.tidemark.detect;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * What counts as large money to a competitor. Amounts are minor units of the base currency.
 *
 * @param single one transfer of at least this
 * @param share or of at least this share of the assets before it …
 * @param shareFloor … but never below this
 * @param criticalShare from this share of the assets before it on, it is CRITICAL
 * @param cooldown how long after a finding a smaller one is suppressed
 */
public record OutflowPolicy(
        long single,
        BigDecimal share,
        long shareFloor,
        BigDecimal criticalShare,
        Duration cooldown,
        List<Window> windows) {

    public OutflowPolicy {
        windows = List.copyOf(windows);
        if (share.signum() < 0 || criticalShare.signum() < 0 || cooldown.isNegative()) {
            throw new IllegalArgumentException("the outflow's shares and cooldown must not be negative");
        }
        if (windows.stream().map(Window::name).distinct().count() < windows.size()) {
            throw new IllegalArgumentException("two outflow windows have the same length");
        }
    }

    boolean isLarge(long amount, long assetsBefore) {
        return amount >= single || (amount >= shareFloor && isShare(share, amount, assetsBefore));
    }

    boolean isCritical(long amount, long assetsBefore) {
        return isShare(criticalShare, amount, assetsBefore);
    }

    /** How far back its rules look, in nanoseconds. */
    long reachNanos() {
        long longest = windows.stream().mapToLong(Window::nanos).max().orElse(0);
        return Math.max(longest, cooldown.toNanos());
    }

    private static boolean isShare(BigDecimal share, long amount, long assets) {
        return BigDecimal.valueOf(amount).compareTo(share.multiply(BigDecimal.valueOf(assets))) >= 0;
    }
}
