package io.tidemark.deliver;

import io.tidemark.deliver.Breakers.Breaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;

/** A gateway as the dispatcher sees it: whether it takes something now. */
public final class Line {
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final Gateway gateway;
    private final Breaker breaker;
    private final RateLimits limits;
    private final int perSecond;
    private final Clock clock;
    private final AtomicReference<Instant> pausedUntil = new AtomicReference<>(Instant.MIN);

    /** @param perSecond most messages in any second, of all instances together */
    public Line(Gateway gateway, Breaker breaker, RateLimits limits, int perSecond, Clock clock) {
        this.gateway = gateway;
        this.breaker = breaker;
        this.limits = limits;
        this.perSecond = perSecond;
        this.clock = clock;
    }

    Gateway gateway() {
        return gateway;
    }

    String name() {
        return gateway.name();
    }

    /** Whether it seems to work; it may still have to wait. */
    boolean works() {
        return breaker.ready();
    }

    boolean ready() {
        return works() && !clock.instant().isBefore(pausedUntil.get());
    }

    Instant pausedUntil() {
        return pausedUntil.get();
    }

    /** Whether one message may be handed over now; if so, {@link #heard} or {@link #unused} must follow. */
    Mono<Boolean> enter() {
        if (!ready()) {
            return Mono.just(false);
        }
        return limits.take(gateway.name(), perSecond).map(wait -> {
            if (!wait.isZero()) {
                pause(wait);
                return false;
            }
            return breaker.enter();
        });
    }

    void unused() {
        breaker.left();
    }

    /** Only what says that the gateway itself is ill counts against it. */
    void heard(Submission submission) {
        if (submission instanceof Submission.Refused refused && refused.reason() == Reason.THROTTLED) {
            pause(refused.retryAfter() == null ? BREATH : refused.retryAfter());
            breaker.left();
        } else if (isIll(submission)) {
            breaker.failed();
        } else {
            breaker.worked();
        }
    }

    private static boolean isIll(Submission submission) {
        if (submission instanceof Submission.Refused refused) {
            return switch (refused.reason()) {
                case UNREACHABLE, NOT_ALLOWED, GATEWAY_FAULT, NO_ANSWER -> true;
                default -> false;
            };
        }
        return submission instanceof Submission.InDoubt;
    }

    private void pause(Duration wait) {
        Instant until = clock.instant().plus(wait);
        pausedUntil.accumulateAndGet(until, (one, other) -> one.isAfter(other) ? one : other);
    }
}
