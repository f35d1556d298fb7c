package io.tidemark.route;

import java.time.Duration;

/**
 * How long those who were told have to answer.
 *
 * @param working whether only working time counts
 */
public record AnswerTime(Duration time, boolean working) {
    public AnswerTime {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("an answer takes some time");
        }
    }
}
