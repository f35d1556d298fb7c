package io.tidemark.feed.http;

import static io.tidemark.feed.FeedService.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.feed.Audience;
import io.tidemark.feed.FeedService;
import io.tidemark.feed.FeedTables;
import io.tidemark.feed.SseReader;
import io.tidemark.local.Database;
import io.tidemark.local.SharedStack;
import java.io.IOException;
import java.net.Socket;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Readers that don't read, and a service that goes away. */
class SlowReadersIT {
    /** More than the buffers of two sockets hold. */
    private static final int FLOOD = 10_000;

    private static final Pattern ID = Pattern.compile("id: (\\d+)\n");
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    private final Database database = SharedStack.freshDatabase();
    private final String redisUrl = SharedStack.freshRedisUrl();
    private FeedService service = start("1s");

    private FeedService start(String farewell) {
        return FeedService.start(
                database,
                redisUrl,
                Map.of("tidemark.feed.ring.events", "1024", "tidemark.feed.waiting.farewell", farewell));
    }

    @AfterEach
    void close() {
        service.close();
    }

    /** So that everyone who reads stays live. */
    private void flood(LongConsumer awaiting) throws SQLException {
        try (FeedTables tables = new FeedTables(database, service.part(JsonMapper.class))) {
            tables.raise(1);
            for (int sent = 1; sent < FLOOD; ) {
                int more = Math.min(500, FLOOD - sent);
                tables.updateOften(more);
                sent += more;
                awaiting.accept(sent);
            }
        }
    }

    private Socket connect(String path) throws IOException {
        Socket socket = FeedHttpIT.open(service, path);
        FeedHttpIT.readUntil(socket, "retry: ");
        return socket;
    }

    private int listeners() {
        return service.part(Audience.class).size();
    }

    @Test
    void aReaderThatDoesNotReadIsCutOffAndNobodyElseNotices() throws Exception {
        try (Socket stalled = connect("/api/v1/alerts/stream");
                SseReader healthy = SseReader.of(service, "")) {
            await().atMost(SOON).until(() -> listeners() == 2);
            flood(newest -> await().atMost(SOON).until(() -> healthy.events.size() >= newest));
            assertThat(healthy.positions())
                    .isEqualTo(LongStream.rangeClosed(1, FLOOD).boxed().toList());
            await().atMost(SOON).until(() -> listeners() == 1);
            assertThat(stalled.isClosed()).isFalse();
        }
    }

    @Test
    void aReaderThatWakesUpInTimeIsToldWhyAndComesBackWithoutLoss() throws Exception {
        service.close();
        service = start("30s");
        try (Socket stalled = connect("/api/v1/alerts/stream")) {
            await().atMost(SOON).until(() -> listeners() == 1);
            flood(service::awaitPosition);
            String read = FeedHttpIT.readUntil(stalled, LAST_CHUNK);
            assertThat(read).contains("event: bye\ndata: {\"reason\":\"lagged\"}\n\n");
            long last = ID.matcher(read)
                    .results()
                    .map(MatchResult::group)
                    .map(id -> Long.valueOf(id.replaceAll("\\D", "")))
                    .reduce(0L, Math::max);
            assertThat(ID.matcher(read).results().count()).isEqualTo(last);
            try (SseReader again = SseReader.of(service, "", Map.of("Last-Event-ID", Long.toString(last)))) {
                await().atMost(SOON).until(() -> again.positions().size() == FLOOD - last);
                assertThat(again.positions())
                        .isEqualTo(
                                LongStream.rangeClosed(last + 1, FLOOD).boxed().toList());
            }
        }
    }

    @Test
    void whoeverListensIsToldWhenTheServiceGoesAway() throws SQLException {
        try (SseReader reader = SseReader.of(service, "")) {
            await().atMost(SOON).until(() -> listeners() == 1);
            service.close();
            await().atMost(SOON).until(reader::hasEnded);
            assertThat(reader.first("bye")).isEqualTo("{\"reason\":\"shutdown\"}");
        }
    }

    @Test
    void whoHangsUpIsForgotten() throws IOException {
        Socket leaving = connect("/api/v1/alerts/stream");
        await().atMost(SOON).until(() -> listeners() == 1);
        leaving.close();
        await().atMost(SOON).until(() -> listeners() == 0);
    }
}
