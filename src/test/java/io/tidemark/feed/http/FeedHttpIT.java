package io.tidemark.feed.http;

import static io.tidemark.feed.FeedService.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.alert.Alert;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.feed.FeedService;
import io.tidemark.feed.FeedTables;
import io.tidemark.feed.SampleAlerts;
import io.tidemark.feed.SseReader;
import io.tidemark.local.Database;
import io.tidemark.local.SharedStack;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What callers of the feed see, over real HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedHttpIT {
    private static final int FIRST = 60;
    private static final List<Rule> RULES = List.of(Rule.values());
    private static final List<Severity> SEVERITIES = List.of(Severity.values());
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final Database database = SharedStack.freshDatabase();
    private final FeedService service =
            FeedService.start(database, SharedStack.freshRedisUrl(), Map.of("tidemark.feed.ring.events", "64"));
    private FeedTables tables;

    /** Sixty alerts of nine clients and all rules; the first eight are no longer kept on the feed. */
    @BeforeAll
    void raise() throws SQLException {
        tables = new FeedTables(database, service.part(JsonMapper.class));
        tables.raise(FIRST, FeedHttpIT::alert);
        service.awaitPosition(FIRST);
        tables.forget(8);
    }

    @AfterAll
    void close() throws SQLException {
        tables.close();
        service.close();
    }

    private static Alert alert(long offset) {
        Rule rule = RULES.get((int) (offset % RULES.size()));
        Severity severity = SEVERITIES.get((int) (offset % SEVERITIES.size()));
        return SampleAlerts.of(offset, "C-" + offset % 7, rule, severity);
    }

    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<Long> streamed(String query, int expected) {
        try (SseReader reader = SseReader.of(service, query)) {
            await().atMost(SOON).until(() -> reader.positions().size() >= expected);
            return reader.positions();
        }
    }

    @Test
    void theStreamSaysHowItIsToBeTreated() throws IOException {
        try (Socket socket = open("/api/v1/alerts/stream")) {
            String head = readUntil(socket, "retry: ");
            assertThat(head)
                    .contains(
                            "HTTP/1.1 200",
                            "Content-Type: text/event-stream",
                            "Cache-Control: no-store",
                            "X-Accel-Buffering: no");
        }
    }

    @Test
    void filtersAreAndBetweenNamesAndOrWithinOne() {
        List<Long> expected = LongStream.rangeClosed(9, FIRST)
                .filter(n -> alert(n).rule() == Rule.TIER_LOST || alert(n).rule() == Rule.NEAR_LINE)
                .filter(n -> alert(n).severity().atLeast(Severity.MEDIUM))
                .boxed()
                .toList();
        assertThat(streamed("?since=8&rule=TIER_LOST&rule=NEAR_LINE&severity=HIGH&severity=MEDIUM", expected.size()))
                .isEqualTo(expected);
    }

    @Test
    void filtersByClientBranchAndManager() {
        List<Long> expected =
                LongStream.rangeClosed(9, FIRST).filter(n -> n % 7 == 3).boxed().toList();
        assertThat(streamed("?since=8&client=C-3&branch=SZ-01&manager=M-17", expected.size()))
                .isEqualTo(expected);
    }

    @Test
    void theSameEventsArriveInTheCallersLanguageAndFormat() {
        try (SseReader reader =
                SseReader.of(service, "?since=58&format=cloudevents", Map.of("Accept-Language", "zh-CN"))) {
            await().atMost(SOON).until(() -> reader.named("alert").size() >= 2);
            JsonNode event = json.readTree(reader.first("alert"));
            assertThat(event.get("data").get("position").asLong()).isEqualTo(59);
            assertThat(event.get("data").get("text").asString()).contains("万元");
        }
    }

    @Test
    void whatIsNoLongerKeptIsAGap() {
        try (SseReader reader = SseReader.of(service, "?since=0")) {
            await().atMost(SOON).until(() -> reader.positions().size() >= FIRST - 8);
            // The ring may still hold what the history has forgotten; then there is no gap to tell of.
            assertThat(reader.positions()).endsWith((long) FIRST).isSorted();
        }
        try (SseReader reader = SseReader.of(service, "?since=4711")) {
            await().atMost(SOON).until(() -> reader.first("gap") != null);
            assertThat(json.readTree(reader.first("gap")).get("requested").asLong())
                    .isEqualTo(4711);
            assertThat(json.readTree(reader.first("gap")).get("continuesFrom").asLong())
                    .isEqualTo(9);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/alerts/stream?since=-1",
                "/api/v1/alerts/stream?since=abc",
                "/api/v1/alerts/stream?since=99999999999999999999",
                "/api/v1/alerts/stream?since=1&since=2",
                "/api/v1/alerts/stream?rule=TIER_LOST,NEAR_LINE",
                "/api/v1/alerts/stream?severity=high",
                "/api/v1/alerts/stream?rul=TIER_LOST",
                "/api/v1/alerts/stream?client=",
                "/api/v1/alerts/stream?format=xml",
                "/api/v1/alerts?limit=0",
                "/api/v1/alerts?limit=501",
                "/api/v1/alerts?limit=x",
                "/api/v1/alerts?before=hello",
                "/api/v1/alerts?since=1",
                "/api/v1/alerts/4711",
                "/api/v1/alerts/1-1-1-1-1",
                "/api/v1/findings?client=C-1",
                "/api/v1/findings?clientId="
            })
    void whatCannotBeUnderstoodIsRefusedWithASentence(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json.readTree(answer.body()).get("detail").asString()).endsWith(".");
    }

    @Test
    void aLastEventIdThatIsNoPositionIsRefused() {
        assertThat(get("/api/v1/alerts/stream", "Last-Event-ID", "x").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "404, GET, /nowhere, */*",
        "404, GET, /api/v1/alerts/00000000-0000-0000-0000-000000000000, */*",
        "405, POST, /api/v1/alerts/stream, */*",
        "405, DELETE, /api/v1/alerts, */*",
        "406, GET, /api/v1/alerts/stream, application/json",
        "406, GET, /api/v1/findings, text/event-stream"
    })
    void otherErrorsAreProblemDetailsAsWell(int status, String method, String path, String accept) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.url() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept", accept)
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json.readTree(answer.body()).get("detail").asString()).endsWith(".");
        assertThat(answer.body()).doesNotContain("Exception", "springframework");
    }

    @Test
    void pagesGoFromTheNewestToTheOldestWithoutGapOrRepetition() {
        List<Long> positions = new ArrayList<>();
        String next = "";
        int pages = 0;
        while (next != null) {
            JsonNode page = json.readTree(get("/api/v1/alerts?limit=25" + next).body());
            page.get("items").forEach(item -> positions.add(offset(item)));
            next = page.has("next") ? "&before=" + page.get("next").asString() : null;
            pages++;
        }
        assertThat(pages).isEqualTo((positions.size() + 24) / 25);
        assertThat(positions)
                .isEqualTo(LongStream.iterate(positions.size(), n -> n - 1)
                        .limit(positions.size())
                        .boxed()
                        .toList());
    }

    private static long offset(JsonNode item) {
        return Long.parseLong(item.get("movement").get("movementId").asString().substring(2));
    }

    @Test
    void pagesKnowTheSameFilters() {
        JsonNode items = json.readTree(
                        get("/api/v1/alerts?limit=500&severity=CRITICAL&client=C-3&rule=RECOVERED&rule=QUALIFIED")
                                .body())
                .get("items");
        List<Long> expected = LongStream.iterate(tables.written(), n -> n > 0, n -> n - 1)
                .filter(n -> n % 7 == 3 && alert(n).severity() == Severity.CRITICAL)
                .filter(n -> alert(n).rule() == Rule.RECOVERED || alert(n).rule() == Rule.QUALIFIED)
                .boxed()
                .toList();
        List<Long> found = new ArrayList<>();
        items.forEach(item -> found.add(offset(item)));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void anAlertIsFoundByItsIdWithItsLatestPosition() {
        Alert wanted = alert(30);
        HttpResponse<String> answer = get("/api/v1/alerts/" + wanted.id(), "Accept-Language", "zh");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json.readTree(answer.body()).get("position").asLong()).isEqualTo(30);
        assertThat(json.readTree(answer.body()).get("text").asString()).contains("招商银行", "万元");
    }

    @Test
    void findingsAreStreamedInTheOrderTheyWereFoundIn() throws SQLException {
        tables.execute("""
                insert into finding (topic, partition, source_offset, cause, ordinal, movement_id, client_id, rule,
                    qualifier, severity, suppressed)
                select 't', 0, n, 'ARRIVAL', 0, 'M-' || n, 'C-' || n % 2, 'NEAR_LINE', 'PRIVATE', 'LOW', n % 3 = 0
                from generate_series(1, 2500) n on conflict do nothing
                """);
        List<String> all = get("/api/v1/findings").body().lines().toList();
        assertThat(all).hasSize(2500);
        assertThat(all.get(2))
                .isEqualTo("{\"movementId\":\"M-3\",\"clientId\":\"C-1\",\"rule\":\"NEAR_LINE\","
                        + "\"qualifier\":\"PRIVATE\",\"severity\":\"LOW\",\"suppressed\":true}");
        List<String> ofOne = get("/api/v1/findings?clientId=C-1").body().lines().toList();
        assertThat(ofOne)
                .isEqualTo(all.stream().filter(line -> line.contains("\"C-1\"")).toList());
        assertThat(get("/api/v1/findings?clientId=nobody").body()).isEmpty();
    }

    @Test
    void theSchemaAndThePageAreThere() {
        assertThat(get("/api/v1/schemas/alert.json").headers().firstValue("Content-Type"))
                .hasValue("application/json");
        assertThat(get("/", "Accept", "text/html").body()).contains("<script src=\"feed.js\" defer>");
        assertThat(get("/feed.js").body()).contains("EventSource").doesNotContain("innerHTML");
        assertThat(get("/feed.css").statusCode()).isEqualTo(200);
    }

    @Test
    void aHeadRequestIsNotAListener() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.url() + "/api/v1/alerts/stream"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
    }

    Socket open(String path) throws IOException {
        return open(service, path);
    }

    static Socket open(FeedService service, String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(Math.toIntExact(SOON.toMillis()));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    static String readUntil(Socket socket, String mark) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder read = new StringBuilder();
        byte[] some = new byte[8192];
        while (read.indexOf(mark, read.length() - some.length - mark.length()) < 0) {
            int count = in.read(some);
            if (count < 0) {
                return read.toString();
            }
            read.append(new String(some, 0, count, StandardCharsets.UTF_8));
        }
        return read.toString();
    }
}
