package io.tidemark.app;

import io.tidemark.startup.StartupProblem;
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
record IntakeProperties(
        @DefaultValue("1s") Duration checkpointEvery,
        @DefaultValue("1d") Duration furthestFuture) {
    IntakeProperties {
        if (checkpointEvery.isNegative() || checkpointEvery.isZero()) {
            throw new StartupProblem(
                    "tidemark.intake.checkpoint-every is " + checkpointEvery + ".",
                    "Write a positive duration, such as 1s.");
        }
        if (furthestFuture.isNegative()) {
            throw new StartupProblem(
                    "tidemark.intake.furthest-future is " + furthestFuture + ".", "Write a duration such as 1d.");
        }
    }
}
