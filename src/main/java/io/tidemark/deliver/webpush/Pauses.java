package io.tidemark.deliver.webpush;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which push services asked to be left alone, and until when. They are as few as the allowed hosts. */
final class Pauses {
    private static final Duration UNSAID = Duration.ofSeconds(30);

    private final Map<String, Instant> until = new ConcurrentHashMap<>();
    private final Clock clock;

    Pauses(Clock clock) {
        this.clock = clock;
    }

    /** @param asked absent if the push service did not say how long */
    void begin(String host, @Nullable Duration asked) {
        Instant now = clock.instant();
        until.values().removeIf(end -> !end.isAfter(now));
        until.put(host, now.plus(asked == null ? UNSAID : asked));
    }

    /** Null if the host may be called. */
    @Nullable
    Duration left(String host) {
        Instant end = until.get(host);
        Instant now = clock.instant();
        return end == null || !end.isAfter(now) ? null : Duration.between(now, end);
    }
}
