package io.tidemark.route;

import java.time.Duration;

/** A channel, and how much later than at once it is used. */
public record ChannelChoice(Channel channel, Duration headStart) {
    public ChannelChoice {
        if (headStart.isNegative()) {
            throw new IllegalArgumentException("a head start is not negative");
        }
    }
}
