package io.tidemark.deliver;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** How many messages a gateway takes in a second, whoever sends them. */
public interface RateLimits {

    /**
     * Takes one of the {@code perSecond} that are allowed within any second. {@link Duration#ZERO} if there was one; if
     * not, none is taken, and the answer is how long to wait for the next.
     */
    Mono<Duration> take(String gateway, int perSecond);
}
