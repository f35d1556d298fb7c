package io.tidemark.app;

import io.tidemark.startup.StartupProblem;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the router works.
 *
 * @param lanes how many alerts an instance looks at at once
 * @param poll how long it waits when there is nothing to do and nobody tells of an alert
 * @param keepReplies how long an {@code Idempotency-Key} is remembered
 */
@ConfigurationProperties("tidemark.respond")
record RespondProperties(
        @DefaultValue("2") int lanes,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("24h") Duration keepReplies) {
    private static final int MOST_LANES = 64;

    RespondProperties {
        if (lanes < 1 || lanes > MOST_LANES) {
            throw new StartupProblem(
                    "tidemark.respond.lanes is " + lanes + ".", "Set it to 1 to 64, or leave it out for 2.");
        }
        positive(poll, "poll", "1s");
        positive(keepReplies, "keep-replies", "24h");
    }

    private static void positive(Duration value, String property, String example) {
        if (value.isNegative() || value.isZero()) {
            throw new StartupProblem(
                    "tidemark.respond." + property + " is " + value + ".",
                    "Write a positive duration, such as " + example + ".");
        }
    }
}
