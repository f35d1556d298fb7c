package io.tidemark.feed.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.tidemark.bank.ManagerId;
import io.tidemark.local.SharedStack;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisPresencesIT {
    private final RedisURI address = RedisURI.create(SharedStack.freshRedisUrl());
    private final RedisLinks links = new RedisLinks(address);
    private final RedisPresences presences = new RedisPresences(links.open());
    private final RedisClient client = RedisClient.create(address);

    @AfterEach
    void close() {
        client.shutdown(Duration.ZERO, Duration.ZERO);
        links.close();
    }

    @Test
    void whoeverIsThereIsForgottenByItself() {
        presences
                .there(Set.of(new ManagerId("M-1"), new ManagerId("M-2")), Duration.ofMinutes(2))
                .block(Duration.ofSeconds(30));
        var redis = client.connect().sync();
        assertThat(redis.keys("tidemark:present:*"))
                .containsExactlyInAnyOrder("tidemark:present:M-1", "tidemark:present:M-2");
        assertThat(redis.pttl("tidemark:present:M-1")).isBetween(1L, 120_000L);
    }
}
