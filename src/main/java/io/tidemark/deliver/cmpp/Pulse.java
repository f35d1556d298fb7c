package io.tidemark.deliver.cmpp;

import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Asks the gateway from time to time whether it is there. Belongs to the connection's event loop. */
final class Pulse {
    private final Rate rate;
    private final Runnable beat;
    private int unanswered;
    private @Nullable Future<?> timer;

    Pulse(Rate rate, Runnable beat) {
        this.rate = rate;
        this.beat = beat;
    }

    /** @param most how many tests in a row may stay unanswered */
    record Rate(Duration every, int most) {}

    void start(Line line) {
        timer = line.every(rate.every(), beat);
    }

    void stop() {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    /** Counts one more test; true if as many as may be were not answered. */
    boolean isGone() {
        return unanswered++ >= rate.most();
    }

    void answered() {
        unanswered = 0;
    }
}
