package io.tidemark.deliver.redis;

import io.tidemark.deliver.Presence;
import io.tidemark.deliver.RateLimits;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverRedisProperties.class)
class DeliverRedisConfiguration {

    @Bean
    RedisConnection deliverRedis(DeliverRedisProperties redis) {
        return new RedisConnection(redis.address());
    }

    @Bean
    RateLimits rateLimits(RedisConnection deliverRedis, Clock clock) {
        return new RedisRateLimits(deliverRedis, clock);
    }

    @Bean
    Presence presence(RedisConnection deliverRedis) {
        return new RedisPresence(deliverRedis);
    }
}
