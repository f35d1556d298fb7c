package io.tidemark.feed.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.tidemark.feed.FeedLimits;
import io.tidemark.feed.HotTail;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedisProperties.class)
class RedisFeedConfiguration {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(2);

    @Bean(destroyMethod = "shutdown")
    ClientResources redisResources() {
        return ClientResources.builder()
                .reconnectDelay(() -> Delay.fullJitter(Duration.ofMillis(50), LONGEST_DELAY, 50, TimeUnit.MILLISECONDS))
                .build();
    }

    @Bean(destroyMethod = "shutdown")
    RedisClient redisClient(ClientResources redisResources, RedisProperties redis) {
        RedisClient client = RedisClient.create(redisResources, redis.address());
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT)
                        .keepAlive(true)
                        .build())
                .build());
        return client;
    }

    @Bean
    HotTail hotTail(RedisClient redisClient, RedisProperties redis, FeedLimits limits) {
        RedisURI address = redis.address();
        return new RedisHotTail(
                new RedisLink(redisClient, address),
                new RedisLink(redisClient, address),
                redis.stream(),
                limits.streamEvents());
    }
}
