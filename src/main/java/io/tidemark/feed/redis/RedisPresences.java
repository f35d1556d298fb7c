package io.tidemark.feed.redis;

import io.lettuce.core.ScriptOutputType;
import io.tidemark.bank.ManagerId;
import io.tidemark.feed.Presences;
import java.time.Duration;
import java.util.Set;
import reactor.core.publisher.Mono;

/** A key for each, which Redis forgets by itself. */
final class RedisPresences implements Presences {
    private static final String PREFIX = "tidemark:present:";
    private static final String SET_ALL =
            "for _, key in ipairs(KEYS) do redis.call('SET', key, '1', 'PX', ARGV[1]) end";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RedisLink link;

    RedisPresences(RedisLink link) {
        this.link = link;
    }

    @Override
    public Mono<Void> there(Set<ManagerId> managers, Duration valid) {
        String[] keys =
                managers.stream().map(manager -> PREFIX + manager.value()).toArray(String[]::new);
        return link.commands()
                .flatMapMany(
                        redis -> redis.eval(SET_ALL, ScriptOutputType.STATUS, keys, Long.toString(valid.toMillis())))
                .then()
                .timeout(PATIENCE);
    }
}
