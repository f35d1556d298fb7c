package io.tidemark.deliver;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The limits that all instances share, and while those can't be asked, this instance's part of them: nothing stops, and
 * no provider gets more than it takes.
 */
public final class SharedLimits implements RateLimits {
    private static final Logger LOG = LoggerFactory.getLogger(SharedLimits.class);

    private final RateLimits shared;
    private final RateLimits own;
    private final int instances;
    private final Trouble trouble = new Trouble(
            LOG,
            "The shared limits of the gateways can't be asked; each instance keeps to its part of them",
            "The shared limits of the gateways hold again");

    /** @param instances how many there are, at most */
    public SharedLimits(RateLimits shared, int instances, Clock clock) {
        this.shared = shared;
        this.own = new LocalLimits(clock);
        this.instances = instances;
    }

    @Override
    public Mono<Duration> take(String gateway, int perSecond) {
        return shared.take(gateway, perSecond).doOnNext(wait -> trouble.over()).onErrorResume(failure -> {
            trouble.met(failure);
            return own.take(gateway, Math.max(1, perSecond / instances));
        });
    }
}
