package io.tidemark.feed;

import static io.tidemark.feed.FeedService.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.api.sync.RedisCommands;
import io.tidemark.local.Database;
import io.tidemark.local.SharedStack;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The feed on real PostgreSQL and Redis while things go wrong around it. */
class FeedIT {
    private static final Map<String, String> SMALL = Map.of(
            "tidemark.feed.ring.events", "64", "tidemark.feed.page-events", "16", "tidemark.feed.stream-events", "100");

    private final Database database = SharedStack.freshDatabase();
    private final String redisUrl = SharedStack.freshRedisUrl();
    private final FeedService service = FeedService.start(database, redisUrl, SMALL);
    private final RedisClient client = RedisClient.create(redisUrl);
    private FeedTables tables;

    @BeforeEach
    void open() throws SQLException {
        tables = new FeedTables(database, service.part(JsonMapper.class));
    }

    @AfterEach
    void close() throws SQLException {
        SharedStack.get().redis().start();
        client.shutdown(Duration.ZERO, Duration.ZERO);
        tables.close();
        service.close();
    }

    private static List<Long> upTo(long newest) {
        return LongStream.rangeClosed(1, newest).boxed().toList();
    }

    private List<Long> given() throws SQLException {
        return tables.column("select position from feed order by seq").stream()
                .map(position -> position == null ? -1L : Long.valueOf(position))
                .toList();
    }

    /** What Redis holds, oldest first. */
    private List<Long> streamed() {
        RedisCommands<String, String> redis = client.connect().sync();
        return redis.xrange("tidemark:feed", Range.unbounded()).stream()
                .map(entry -> Long.valueOf(entry.getId().replace("-0", "")))
                .toList();
    }

    @Test
    void eachCommittedEventGetsTheNextPositionAndReachesEveryone() throws SQLException {
        try (SseReader reader = SseReader.of(service, "?since=0")) {
            for (int i = 0; i < 20; i++) {
                tables.raise(17);
            }
            await().atMost(SOON).until(() -> reader.positions().size() == 340);
            assertThat(reader.positions()).isEqualTo(upTo(340));
            assertThat(given()).isEqualTo(upTo(340));
        }
    }

    @Test
    void aSequenceWithHolesLeavesNoneInTheFeed() throws SQLException {
        tables.raise(1);
        tables.column("select nextval(pg_get_serial_sequence('feed', 'seq'))");
        tables.raise(1);
        service.awaitPosition(2);
        assertThat(given()).containsExactly(1L, 2L);
    }

    @Test
    void anotherInstanceTakesOverWhenTheRelayGoes() throws SQLException {
        tables.raise(5);
        service.awaitPosition(5);
        try (FeedService other = FeedService.start(database, redisUrl, SMALL);
                SseReader reader = SseReader.of(other, "?since=0")) {
            service.close();
            tables.raise(30);
            await().atMost(SOON).until(() -> reader.positions().size() == 35);
            assertThat(reader.positions()).isEqualTo(upTo(35));
            assertThat(given()).isEqualTo(upTo(35));
        }
    }

    @Test
    void aRelayWhoseSessionTheServerEndsTakesItUpAnew() throws SQLException {
        tables.raise(5);
        service.awaitPosition(5);
        tables.column("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
        tables.raise(5);
        service.awaitPosition(10);
        assertThat(given()).isEqualTo(upTo(10));
    }

    @Test
    void twoInstancesTellTheSamePositions() throws SQLException {
        try (FeedService other = FeedService.start(database, redisUrl, SMALL);
                SseReader here = SseReader.of(service, "?since=0");
                SseReader there = SseReader.of(other, "?since=0")) {
            tables.raise(50);
            await().atMost(SOON)
                    .until(() ->
                            here.positions().size() == 50 && there.positions().size() == 50);
            assertThat(here.events.stream().map(event -> event.id() + event.data()))
                    .isEqualTo(there.events.stream()
                            .map(event -> event.id() + event.data())
                            .toList());
        }
    }

    @Test
    void anEmptiedRedisIsFilledAgainWithoutNewEvents() throws SQLException {
        tables.raise(150);
        service.awaitPosition(150);
        await().atMost(SOON).until(() -> !streamed().isEmpty() && last(streamed()) == 150);
        client.connect().sync().flushall();
        await().atMost(SOON).until(() -> streamed().size() == 100);
        assertThat(streamed()).isEqualTo(LongStream.rangeClosed(51, 150).boxed().toList());
    }

    @Test
    void whileRedisIsEmptiedAgainAndAgainNothingIsLost() throws SQLException {
        try (SseReader reader = SseReader.of(service, "?since=0")) {
            for (int i = 0; i < 15; i++) {
                tables.raise(20);
                client.connect().sync().flushall();
            }
            await().atMost(SOON).until(() -> reader.positions().size() == 300);
            assertThat(reader.positions()).isEqualTo(upTo(300));
        }
        await().atMost(SOON).until(() -> !streamed().isEmpty() && last(streamed()) == 300);
    }

    @Test
    void whileRedisIsAwayTheFeedGoesOnAndRedisCatchesUpLater() throws SQLException {
        try (SseReader reader = SseReader.of(service, "?since=0")) {
            tables.raise(20);
            SharedStack.get().redis().kill();
            tables.raise(20);
            await().atMost(SOON).until(() -> reader.positions().size() == 40);
            SharedStack.get().redis().start();
            tables.raise(20);
            await().atMost(SOON).until(() -> reader.positions().size() == 60);
            assertThat(reader.positions()).isEqualTo(upTo(60));
            await().atMost(SOON).until(() -> !streamed().isEmpty() && last(streamed()) == 60);
            assertThat(streamed()).isEqualTo(upTo(60));
        }
    }

    @Test
    void startsWithoutRedisAndUsesItOnceItIsThere() throws SQLException {
        SharedStack.get().redis().kill();
        try (FeedService other = FeedService.start(database, redisUrl, SMALL)) {
            tables.raise(5);
            other.awaitPosition(5);
            SharedStack.get().redis().start();
            await().atMost(SOON).until(() -> !streamed().isEmpty() && last(streamed()) == 5);
        }
    }

    @Test
    void aRedisOfAnotherFeedIsMadeThisOnes() throws SQLException {
        client.connect()
                .sync()
                .xadd("tidemark:feed", new XAddArgs().id("900-0"), Map.of("kind", "ALERT", "alert", "{}"));
        tables.raise(3);
        service.awaitPosition(3);
        await().atMost(SOON).until(() -> streamed().equals(List.of(1L, 2L, 3L)));
    }

    @Test
    void whoComesBackAfterARestartIsServedFromTheRingAndFromHistory() throws SQLException {
        tables.raise(200);
        service.awaitPosition(200);
        try (FeedService restarted = FeedService.start(database, redisUrl, SMALL);
                SseReader far = SseReader.of(restarted, "", Map.of("Last-Event-ID", "3"));
                SseReader near = SseReader.of(restarted, "?since=1", Map.of("Last-Event-ID", "190"))) {
            await().atMost(SOON)
                    .until(() ->
                            far.positions().size() == 197 && near.positions().size() == 10);
            assertThat(far.positions())
                    .isEqualTo(LongStream.rangeClosed(4, 200).boxed().toList());
            assertThat(near.positions())
                    .isEqualTo(LongStream.rangeClosed(191, 200).boxed().toList());
        }
    }

    private static long last(List<Long> positions) {
        return positions.get(positions.size() - 1);
    }
}
