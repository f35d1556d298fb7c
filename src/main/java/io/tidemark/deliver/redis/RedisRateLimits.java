package io.tidemark.deliver.redis;

import io.lettuce.core.ScriptOutputType;
import io.tidemark.deliver.RateLimits;
import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Of each gateway the times of the last messages, as many as it takes in a second, the newest first. */
final class RedisRateLimits implements RateLimits {
    private static final String PREFIX = "tidemark:rate:";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** {@code now, most}; answers how many milliseconds to wait. */
    private static final String TAKE = """
            local now = tonumber(ARGV[1])
            local most = tonumber(ARGV[2])
            local before = redis.call('LINDEX', KEYS[1], most - 1)
            if before and tonumber(before) + 1000 > now then
                return tonumber(before) + 1000 - now
            end
            redis.call('LPUSH', KEYS[1], now)
            redis.call('LTRIM', KEYS[1], 0, most - 1)
            redis.call('PEXPIRE', KEYS[1], 5000)
            return 0
            """;

    private final RedisConnection connection;
    private final Clock clock;

    RedisRateLimits(RedisConnection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public Mono<Duration> take(String gateway, int perSecond) {
        return connection
                .commands()
                .flatMapMany(redis -> redis.<Long>eval(
                        TAKE,
                        ScriptOutputType.INTEGER,
                        new String[] {PREFIX + gateway},
                        Long.toString(clock.millis()),
                        Integer.toString(perSecond)))
                .single()
                .map(Duration::ofMillis)
                .timeout(PATIENCE);
    }
}
