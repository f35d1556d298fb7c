package io.tidemark.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class LimitsTest extends RateLimitsContract {
    private final LocalLimits limits = new LocalLimits(clock);

    @Override
    protected RateLimits limits() {
        return limits;
    }

    @Test
    void whileTheSharedLimitsAreAwayEachInstanceKeepsToItsPart() {
        RateLimits away = (gateway, perSecond) -> Mono.error(new IllegalStateException("Redis is away"));
        SharedLimits shared = new SharedLimits(away, 2, clock);

        assertThat(IntStream.range(0, 20)
                        .filter(i -> shared.take("A", 10).block().isZero())
                        .count())
                .isEqualTo(5);
    }
}
