package io.tidemark.feed.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.tidemark.feed.HotTail;
import io.tidemark.feed.HotTailContract;
import io.tidemark.local.SharedStack;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisHotTailIT extends HotTailContract {
    private final RedisURI address = RedisURI.create(SharedStack.freshRedisUrl());
    private final RedisLinks links = new RedisLinks(address);
    private final RedisHotTail tail = new RedisHotTail(links.open(), links.open(), "feed", 200);

    @AfterEach
    void close() {
        links.close();
    }

    @Override
    protected HotTail tail() {
        return tail;
    }

    @Override
    protected void empty() {
        RedisClient client = RedisClient.create(address);
        client.connect().sync().flushdb();
        client.shutdown(Duration.ZERO, Duration.ZERO);
    }

    @Test
    void whoeverWaitsIsWokenByTheNextEventThatFollows() {
        var found = tail.after(3, 10, Duration.ofSeconds(20))
                .zipWith(tail.append(0, events(1, 5)).delaySubscription(tail.last()))
                .block(Duration.ofSeconds(30));
        assertThat(found).isNotNull();
        assertThat(found.getT1()).isNotEmpty().isSubsetOf(events(4, 5));
    }

    @Test
    void keepsAboutAsManyAsItMay() {
        for (long from = 1; from < 2_000; from += 100) {
            tail.append(from - 1, events(from, from + 99)).block(Duration.ofSeconds(30));
        }
        int kept = tail.after(0, 5_000, Duration.ofMillis(1))
                .block(Duration.ofSeconds(30))
                .size();
        assertThat(kept).isBetween(200, 400);
    }
}
