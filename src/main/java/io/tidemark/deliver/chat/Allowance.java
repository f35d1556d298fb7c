package io.tidemark.deliver.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** So many in any minute, and none while the chat wants to be left alone. */
final class Allowance {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int perMinute;
    /** No longer than {@link #perMinute}. */
    private final Deque<Instant> taken = new ArrayDeque<>();

    private Instant closedUntil = Instant.MIN;

    Allowance(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Zero if one was taken, otherwise how long it will be until there is one. */
    synchronized Duration take(Instant now) {
        while (!taken.isEmpty() && !taken.getFirst().plus(WINDOW).isAfter(now)) {
            taken.removeFirst();
        }
        if (closedUntil.isAfter(now)) {
            return Duration.between(now, closedUntil);
        }
        if (taken.size() == perMinute) {
            return Duration.between(now, taken.getFirst().plus(WINDOW));
        }
        taken.addLast(now);
        return Duration.ZERO;
    }

    synchronized void close(Instant until) {
        closedUntil = until;
    }
}
