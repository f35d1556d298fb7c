package io.tidemark.feed.redis;

import io.tidemark.feed.FeedLimits;
import io.tidemark.feed.HotTail;
import io.tidemark.feed.Presences;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedisProperties.class)
class RedisFeedConfiguration {

    @Bean
    RedisLinks redisLinks(RedisProperties redis) {
        return new RedisLinks(redis.address());
    }

    @Bean
    HotTail hotTail(RedisLinks redisLinks, RedisProperties redis, FeedLimits limits) {
        return new RedisHotTail(redisLinks.open(), redisLinks.open(), redis.stream(), limits.streamEvents());
    }

    @Bean
    Presences presences(RedisLinks redisLinks) {
        return new RedisPresences(redisLinks.open());
    }
}
