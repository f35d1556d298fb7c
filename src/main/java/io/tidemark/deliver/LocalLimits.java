package io.tidemark.deliver;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Limits that this instance alone knows of: exact within any second. */
public final class LocalLimits implements RateLimits {
    private static final long SECOND = 1_000;

    private final Clock clock;
    private final Map<String, Deque<Long>> taken = new ConcurrentHashMap<>();

    public LocalLimits(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Mono<Duration> take(String gateway, int perSecond) {
        return Mono.fromSupplier(() -> {
            Deque<Long> times = taken.computeIfAbsent(gateway, first -> new ArrayDeque<>());
            synchronized (times) {
                return take(times, perSecond, clock.millis());
            }
        });
    }

    private static Duration take(Deque<Long> times, int perSecond, long now) {
        while (!times.isEmpty() && times.getFirst() <= now - SECOND) {
            times.removeFirst();
        }
        if (times.size() >= perSecond) {
            return Duration.ofMillis(times.getFirst() + SECOND - now);
        }
        times.addLast(now);
        return Duration.ZERO;
    }
}
