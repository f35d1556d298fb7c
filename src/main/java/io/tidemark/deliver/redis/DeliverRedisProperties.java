package io.tidemark.deliver.redis;

import io.lettuce.core.RedisURI;
import io.tidemark.startup.StartupProblem;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/** Where Redis is; the same as the feed's. */
@ConfigurationProperties("tidemark.redis")
record DeliverRedisProperties(String url) {
    private static final String REMEDY = "Set tidemark.redis.url, or TIDEMARK_REDIS_URL in the environment,"
            + " to redis://host:port (rediss:// with TLS, /n behind it for database n).";

    DeliverRedisProperties {
        if (!StringUtils.hasText(url)) {
            throw new StartupProblem("It is not said where Redis is.", REMEDY);
        }
    }

    RedisURI address() {
        try {
            return RedisURI.create(url);
        } catch (IllegalArgumentException malformed) {
            // The message may repeat the address, and the address may hold a password.
            throw new StartupProblem("tidemark.redis.url is no Redis address.", REMEDY);
        }
    }
}
