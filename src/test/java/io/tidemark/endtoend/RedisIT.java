package io.tidemark.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.tidemark.local.SharedStack;
import io.tidemark.movement.RandomMovements;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redis is only the feed's hot tail: it may be emptied or go away while alerts flow. */
class RedisIT {
    private static final int MOVEMENTS = 30_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    @Test
    void emptiedAndThenStoppedWhileAlertsFlowItCostsNobodyAnAlertAndHealsByItself() {
        Surroundings surroundings = Surroundings.fresh();
        Records records = new Records(surroundings.database());
        try (RunningService service = RunningService.start(
                        surroundings, Ledger.reference(directory).toArray(String[]::new));
                Subscriber subscriber = Subscriber.at(service.port());
                Ledger ledger = new Ledger(RandomMovements.calm(7, 500, MOVEMENTS), surroundings.topic())) {
            CompletableFuture<Void> flowing = ledger.flow(MOVEMENTS / 3, Duration.ofSeconds(3));
            await().atMost(PATIENCE).until(() -> !subscriber.seen().isEmpty());
            flushAll();
            flowing.join();
            awaitAllSeen(records, subscriber);

            SharedStack.get().redis().stop();
            ledger.flow(MOVEMENTS / 3, Duration.ofSeconds(2)).join();
            awaitAllSeen(records, subscriber);

            SharedStack.get().redis().start();
            ledger.flow(MOVEMENTS / 3, Duration.ofSeconds(1)).join();
            await().atMost(PATIENCE).until(() -> records.checkpointed() == MOVEMENTS);
            awaitAllSeen(records, subscriber);
            await().atMost(PATIENCE)
                    .until(() -> lastInRedis(surroundings) == subscriber.seen().size());

            assertThat(subscriber.seen())
                    .extracting(Subscriber.Seen::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, subscriber.seen().size())
                                    .boxed()
                                    .toList());
            assertThat(subscriber.seen()).extracting(Subscriber.Seen::alertId).isEqualTo(records.alertsByPosition());
            assertThat(subscriber.others()).isEmpty();
        } finally {
            SharedStack.get().redis().start();
        }
    }

    private static void awaitAllSeen(Records records, Subscriber subscriber) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(subscriber.seen())
                .hasSize(records.alerts().size()));
    }

    private static void flushAll() {
        try (RedisClient client = RedisClient.create(SharedStack.get().redisUrl());
                var connection = client.connect()) {
            connection.sync().flushall();
        }
    }

    private static long lastInRedis(Surroundings surroundings) {
        try (RedisClient client = RedisClient.create(surroundings.redisUrl());
                var connection = client.connect()) {
            List<String> keys = connection.sync().keys("*feed*");
            return keys.stream()
                    .flatMap(key -> connection.sync().xrevrange(key, Range.unbounded(), Limit.from(1)).stream())
                    .mapToLong(message -> Long.parseLong(
                            message.getId().substring(0, message.getId().indexOf('-'))))
                    .max()
                    .orElse(0);
        }
    }
}
