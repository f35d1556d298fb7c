package io.tidemark.feed.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import io.lettuce.core.codec.StringCodec;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A connection that is made when first needed; from then on it comes back by itself, and fails at once while away. */
final class RedisLink {
    private final Mono<StatefulRedisConnection<String, String>> connection;

    RedisLink(RedisClient client, RedisURI address) {
        this.connection = Mono.fromCompletionStage(() -> client.connectAsync(StringCodec.UTF8, address))
                // The driver starts threads of its own at the first connection, and waits for them.
                .subscribeOn(Schedulers.boundedElastic())
                .cacheInvalidateIf(made -> false);
    }

    Mono<RedisReactiveCommands<String, String>> commands() {
        return connection.map(StatefulRedisConnection::reactive);
    }
}
