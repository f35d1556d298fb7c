package io.tidemark.app;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the intake works.
 *
 * @param checkpointEvery how often the states are checkpointed: a crash folds again no more than was read since
 * @param furthestFuture how far ahead of the wall clock a movement may be booked; beyond that it is parked
 */
@ConfigurationProperties("tidemark.intake")
record IntakeProperties(@DefaultValue("1s") Duration checkpointEvery, @DefaultValue("1d") Duration furthestFuture) {
    IntakeProperties {
        if (checkpointEvery.isNegative() || checkpointEvery.isZero()) {
            throw new IllegalArgumentException(
                    "tidemark.intake.checkpoint-every is " + checkpointEvery + "; write a positive duration, such as 1s");
        }
        if (furthestFuture.isNegative()) {
            throw new IllegalArgumentException(
                    "tidemark.intake.furthest-future is " + furthestFuture + "; write a duration such as 1d");
        }
    }
}
