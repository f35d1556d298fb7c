package io.tidemark.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.deliver.Breakers.Breaker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every {@link Breakers} promises; here five failures open one for 30 seconds, and then two may try. */
public abstract class BreakersContract {
    protected static final Duration OPEN = Duration.ofSeconds(30);
    protected final SetClock clock = new SetClock();

    protected abstract Breakers breakers();

    @Test
    void letsInWhileItWorks() {
        Breaker breaker = breakers().of("A");
        for (int i = 0; i < 20; i++) {
            assertThat(breaker.enter()).isTrue();
            breaker.worked();
        }
        assertThat(breaker.ready()).isTrue();
    }

    @Test
    void opensAfterManyFailuresForAWhileAndThenLetsFewTry() {
        Breaker breaker = opened();
        assertThat(breaker.ready()).isFalse();
        assertThat(breaker.enter()).isFalse();

        clock.advance(OPEN.plusMillis(1));

        assertThat(breaker.ready()).isTrue();
        assertThat(breaker.enter()).isTrue();
        assertThat(breaker.enter()).isTrue();
        assertThat(breaker.enter()).isFalse();
        breaker.worked();
        breaker.worked();
        assertThat(breaker.ready()).isTrue();
    }

    @Test
    void opensAgainIfTheTrialFails() {
        Breaker breaker = opened();
        clock.advance(OPEN.plusMillis(1));
        breaker.enter();
        breaker.failed();
        breaker.enter();
        breaker.failed();

        assertThat(breaker.ready()).isFalse();
    }

    @Test
    void whoLeavesSaysNothingAndMakesRoom() {
        Breaker breaker = opened();
        clock.advance(OPEN.plusMillis(1));
        for (int i = 0; i < 10; i++) {
            assertThat(breaker.enter()).isTrue();
            breaker.left();
        }
        assertThat(breaker.ready()).isTrue();
    }

    @Test
    void eachGatewayHasItsOwn() {
        opened();
        assertThat(breakers().of("B").ready()).isTrue();
    }

    private Breaker opened() {
        Breaker breaker = breakers().of("A");
        for (int i = 0; i < 5; i++) {
            assertThat(breaker.enter()).isTrue();
            breaker.failed();
        }
        return breaker;
    }
}
