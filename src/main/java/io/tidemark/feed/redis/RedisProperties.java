package io.tidemark.feed.redis;

import io.lettuce.core.RedisURI;
import io.tidemark.startup.StartupProblem;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/** Where Redis is. It need not be there when the service starts: it only makes the feed quicker. */
@ConfigurationProperties("tidemark.redis")
record RedisProperties(
        String url, @DefaultValue("tidemark:feed") String stream) {
    private static final String REMEDY = "Set tidemark.redis.url, or TIDEMARK_REDIS_URL in the environment,"
            + " to redis://host:port (rediss:// with TLS, /n behind it for database n).";

    RedisProperties {
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
