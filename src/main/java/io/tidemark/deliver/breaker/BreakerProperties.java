package io.tidemark.deliver.breaker;

import io.tidemark.startup.StartupProblem;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a gateway is left alone.
 *
 * @param attempts how many of the last attempts are looked at
 * @param atLeast so many before anything is concluded
 * @param failurePercent so many failures among them open the breaker
 * @param open for how long
 * @param probes how many messages try it then
 */
@ConfigurationProperties("tidemark.deliver.breaker")
record BreakerProperties(
        @DefaultValue("10") int attempts,
        @DefaultValue("5") int atLeast,
        @DefaultValue("50") int failurePercent,
        @DefaultValue("30s") Duration open,
        @DefaultValue("2") int probes) {
    BreakerProperties {
        positive(attempts, "attempts");
        positive(atLeast, "at-least");
        positive(failurePercent, "failure-percent");
        positive(open.toMillis(), "open");
        positive(probes, "probes");
        if (failurePercent > 100) {
            throw new StartupProblem(
                    "tidemark.deliver.breaker.failure-percent is more than 100.",
                    "Write a percentage, or leave it out for 50.");
        }
    }

    private static void positive(long value, String property) {
        if (value < 1) {
            throw new StartupProblem(
                    "tidemark.deliver.breaker." + property + " is not positive.",
                    "Set it to more, or leave it out for the default.");
        }
    }
}
