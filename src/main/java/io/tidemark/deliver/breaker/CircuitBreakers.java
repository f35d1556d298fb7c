package io.tidemark.deliver.breaker;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.tidemark.deliver.Breakers;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the last attempts, as few messages a minute would say little by the minute. */
final class CircuitBreakers implements Breakers {
    private static final Logger LOG = LoggerFactory.getLogger(CircuitBreakers.class);

    private final CircuitBreakerConfig config;

    CircuitBreakers(BreakerProperties properties, Clock clock) {
        this.config = CircuitBreakerConfig.custom()
                .slidingWindow(
                        properties.attempts(),
                        properties.atLeast(),
                        SlidingWindowType.COUNT_BASED,
                        SlidingWindowSynchronizationStrategy.LOCK_FREE)
                .failureRateThreshold(properties.failurePercent())
                .permittedNumberOfCallsInHalfOpenState(properties.probes())
                .waitDurationInOpenState(properties.open())
                .writableStackTraceEnabled(false)
                .clock(clock)
                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                .build();
    }

    @Override
    public Breaker of(String gateway) {
        CircuitBreaker breaker = CircuitBreaker.of(gateway, config);
        breaker.getEventPublisher()
                .onStateTransition(change -> LOG.warn(
                        "The breaker of gateway {} was {} and is {}",
                        gateway,
                        change.getStateTransition().getFromState(),
                        change.getStateTransition().getToState()));
        return new Closing(breaker);
    }

    private record Closing(CircuitBreaker breaker) implements Breaker {
        @Override
        public boolean ready() {
            boolean ready = breaker.tryAcquirePermission();
            if (ready) {
                breaker.releasePermission();
            }
            return ready;
        }

        @Override
        public boolean enter() {
            return breaker.tryAcquirePermission();
        }

        @Override
        public void worked() {
            breaker.onSuccess(0, TimeUnit.MILLISECONDS);
        }

        @Override
        public void failed() {
            breaker.onError(0, TimeUnit.MILLISECONDS, new Ill());
        }

        @Override
        public void left() {
            breaker.releasePermission();
        }
    }

    /** What Resilience4j wants to be told of a failure. */
    private static final class Ill extends Exception {
        private static final long serialVersionUID = 1L;

        Ill() {
            super("The gateway is ill", null, false, false);
        }
    }
}
