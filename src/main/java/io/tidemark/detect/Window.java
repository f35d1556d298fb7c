package io.tidemark.detect;

import java.time.Duration;

/**
 * A rolling sum that is watched.
 *
 * @param name the qualifier of its findings, as the policy writes it: {@code PT24H}, {@code P7D}
 * @param amount minor units of the base currency
 */
public record Window(String name, Duration length, long amount) {
    public Window {
        if (length.isNegative() || length.isZero() || amount <= 0) {
            throw new IllegalArgumentException("the window " + name + " needs a positive length and a positive amount");
        }
    }

    long nanos() {
        return length.toNanos();
    }
}
