package io.tidemark.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link RateLimits} promises. */
public abstract class RateLimitsContract {
    protected final SetClock clock = new SetClock();

    protected abstract RateLimits limits();

    @Test
    void withinAnySecondNoMoreThanAllowedAreTaken() {
        assertThat(take("A")).isZero();
        clock.advance(Duration.ofMillis(600));
        assertThat(take("A")).isZero();
        assertThat(take("A")).isZero();

        assertThat(take("A")).isEqualTo(Duration.ofMillis(400));
        clock.advance(Duration.ofMillis(399));
        assertThat(take("A")).isEqualTo(Duration.ofMillis(1));
        clock.advance(Duration.ofMillis(1));
        assertThat(take("A")).isZero();
        assertThat(take("A")).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    void asManyAsAllowedAreTakenEverySecond() {
        for (int second = 0; second < 5; second++) {
            assertThat(IntStream.range(0, 10).filter(i -> take("A").isZero()).count())
                    .isEqualTo(3);
            clock.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void eachGatewayHasItsOwn() {
        IntStream.range(0, 3).forEach(i -> take("A"));
        assertThat(take("A")).isPositive();
        assertThat(take("B")).isZero();
    }

    private Duration take(String gateway) {
        return limits().take(gateway, 3).block();
    }
}
