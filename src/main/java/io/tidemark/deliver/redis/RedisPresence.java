package io.tidemark.deliver.redis;

import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.Presence;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Whoever looks at the feed has a key there, which is kept alive for as long as they do. */
final class RedisPresence implements Presence {
    private static final String PREFIX = "tidemark:present:";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final RedisConnection connection;

    RedisPresence(RedisConnection connection) {
        this.connection = connection;
    }

    @Override
    public Mono<Set<ManagerId>> present(Set<ManagerId> of) {
        List<ManagerId> asked = List.copyOf(of);
        String[] keys = asked.stream().map(manager -> PREFIX + manager.value()).toArray(String[]::new);
        return connection
                .commands()
                .flatMapMany(redis -> redis.mget(keys))
                .filter(value -> value.hasValue())
                .map(value -> new ManagerId(value.getKey().substring(PREFIX.length())))
                .collect(Collectors.toUnmodifiableSet())
                .timeout(PATIENCE);
    }
}
