package io.tidemark.deliver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Five failures in a row open one for 30 seconds, and then two may try. */
public final class MemoryBreakers implements Breakers {
    private static final int FAILURES = 5;
    private static final int TRIALS = 2;
    private static final Duration OPEN = Duration.ofSeconds(30);

    private final Clock clock;

    public MemoryBreakers(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Breaker of(String gateway) {
        return new Counting();
    }

    private final class Counting implements Breaker {
        private int failures;
        private int trying;
        private Instant openUntil = Instant.MIN;

        @Override
        public synchronized boolean ready() {
            boolean closed = failures < FAILURES;
            return closed || (!clock.instant().isBefore(openUntil) && trying < TRIALS);
        }

        @Override
        public synchronized boolean enter() {
            boolean ready = ready();
            trying += ready ? 1 : 0;
            return ready;
        }

        @Override
        public synchronized void worked() {
            trying--;
            failures = 0;
        }

        @Override
        public synchronized void failed() {
            trying--;
            if (++failures >= FAILURES) {
                openUntil = clock.instant().plus(OPEN);
            }
        }

        @Override
        public synchronized void left() {
            trying--;
        }
    }
}
