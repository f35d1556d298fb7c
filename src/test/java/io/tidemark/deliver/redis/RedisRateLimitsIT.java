package io.tidemark.deliver.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisURI;
import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.RateLimits;
import io.tidemark.deliver.RateLimitsContract;
import io.tidemark.local.SharedStack;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisRateLimitsIT extends RateLimitsContract {
    private final RedisConnection connection = new RedisConnection(RedisURI.create(SharedStack.freshRedisUrl()));
    private final RedisRateLimits limits = new RedisRateLimits(connection, clock);

    @Override
    protected RateLimits limits() {
        return limits;
    }

    @BeforeEach
    void connect() {
        connection.commands().block();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void whoHasAKeyLooksAtTheFeed() {
        connection
                .commands()
                .flatMap(redis -> redis.set("tidemark:present:M-1", "1"))
                .block();

        assertThat(new RedisPresence(connection)
                        .present(Set.of(new ManagerId("M-1"), new ManagerId("M-2")))
                        .block())
                .containsExactly(new ManagerId("M-1"));
    }
}
