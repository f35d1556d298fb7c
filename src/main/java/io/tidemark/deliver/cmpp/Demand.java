package io.tidemark.deliver.cmpp;

import io.tidemark.startup.StartupProblem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a setting must be, or the service does not start. Never repeats a text, as it may be a secret. */
record Demand(String prefix) {

    void text(@Nullable String value, String property, String pattern, String what) {
        if (value == null || !value.matches(pattern)) {
            throw new StartupProblem(
                    prefix + property + (value == null ? " is not set." : " is not what it should be."),
                    "Write " + what + ".");
        }
    }

    void between(long value, String property, long least, long most) {
        if (value < least || value > most) {
            throw new StartupProblem(
                    prefix + property + " is " + value + ".", "Write a number from " + least + " to " + most + ".");
        }
    }

    void positive(Duration value, String property) {
        if (value.isZero() || value.isNegative()) {
            throw new StartupProblem(prefix + property + " is not positive.", "Write a duration, such as 5s.");
        }
    }
}
