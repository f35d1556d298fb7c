package io.tidemark.respond.http;

import static io.tidemark.feed.FeedService.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tidemark.alert.Alert;
import io.tidemark.feed.SseReader;
import io.tidemark.respond.Raised;
import io.tidemark.respond.RespondService;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people who answer to alerts see, over real HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersHttpIT {
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private RespondService service;
    private long raised;

    @BeforeAll
    void start() throws SQLException {
        service = RespondService.start();
    }

    @AfterAll
    void close() throws SQLException {
        service.close();
    }

    private Alert raised() throws SQLException {
        return service.raises(Raised.high(++raised));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service.url() + path));
    }

    private HttpRequest.Builder wish(Alert alert, String action, String body) {
        return request("/api/v1/alerts/" + alert.id() + "/" + action)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private HttpResponse<String> post(Alert alert, String action, String body, String... headers) {
        HttpRequest.Builder request = wish(alert, action, body).header("Tidemark-Actor", "M-17");
        return sent(headers.length == 0 ? request : request.headers(headers));
    }

    private JsonNode body(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    private List<String> timeline(Alert alert) {
        List<String> kinds = new ArrayList<>();
        items(alert).forEach(item -> kinds.add(item.get("kind").asString()));
        return kinds;
    }

    private JsonNode items(Alert alert) {
        return body(sent(request("/api/v1/alerts/" + alert.id() + "/timeline"))).get("items");
    }

    private void awaitRouted(Alert alert) {
        await().atMost(SOON).until(() -> timeline(alert).contains("ROUTED"));
    }

    private static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElse("");
    }

    private Schema schema() throws IOException {
        try (InputStream document = AnswersHttpIT.class.getResourceAsStream("/static/api/v1/schemas/alert.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(json.readTree(Objects.requireNonNull(document)));
        }
    }

    @Test
    void anAlertGoesFromItsDetectionToItsEnd() throws SQLException {
        Alert alert = raised();
        awaitRouted(alert);
        HttpResponse<String> acknowledged =
                post(alert, "acknowledge", "{\"promise\":\"2026-11-24T11:00:00+08:00\",\"note\":\"on it\"}");
        assertThat(acknowledged.statusCode()).isEqualTo(200);
        assertThat(etag(acknowledged)).isEqualTo("\"2\"");
        assertThat(body(acknowledged).get("acknowledgedBy").asString()).isEqualTo("M-17");
        assertThat(body(acknowledged).get("promise").get("until").asString()).isEqualTo("2026-11-24T03:00:00.000Z");
        assertThat(body(post(alert, "follow-ups", "{\"how\":\"PHONE\"}"))
                        .get("status")
                        .asString())
                .isEqualTo("CONTACTED");
        assertThat(body(post(alert, "resolve", "{\"outcome\":\"RETAINED\"}"))
                        .get("outcome")
                        .asString())
                .isEqualTo("RETAINED");
        assertThat(body(post(alert, "reopen", "")).get("status").asString()).isEqualTo("OPEN");
        assertThat(body(post(alert, "reassign", "{\"to\":\"M-18\"}"))
                        .get("managerId")
                        .asString())
                .isEqualTo("M-18");
        await().atMost(SOON)
                .until(() ->
                        timeline(alert).lastIndexOf("ROUTED") > timeline(alert).indexOf("REASSIGNED"));
        assertThat(timeline(alert))
                .containsSubsequence(
                        "DETECTED",
                        "ROUTED",
                        "ACKNOWLEDGED",
                        "CONTACTED",
                        "RESOLVED",
                        "REOPENED",
                        "REASSIGNED",
                        "ROUTED");
    }

    @Test
    void theTimelineSaysWhoWhenAndWhat() throws SQLException {
        Alert alert = raised();
        awaitRouted(alert);
        post(alert, "acknowledge", "{\"note\":\"on it\"}");
        JsonNode items = items(alert);
        assertThat(items.get(0).toString())
                .isEqualTo(
                        "{\"kind\":\"DETECTED\",\"at\":\"2026-11-24T02:00:00.000Z\",\"details\":"
                                + "{\"occurredAt\":\"2026-11-24T02:00:00.000Z\",\"rule\":\"CRITICAL_BAND\",\"severity\":\"HIGH\"}}");
        assertThat(items.get(items.size() - 1).toString())
                .isEqualTo("{\"kind\":\"ACKNOWLEDGED\",\"at\":\"2026-11-24T02:00:00.000Z\",\"person\":\"M-17\","
                        + "\"details\":{\"note\":\"on it\"}}");
    }

    @Test
    void whatWasAnsweredIsWhatIsThereAndOnTheFeed() throws SQLException {
        Alert alert = raised();
        String answered = post(alert, "acknowledge", "{}").body();
        HttpResponse<String> there = sent(request("/api/v1/alerts/" + alert.id()));
        assertThat(etag(there)).isEqualTo("\"2\"");
        assertThat(there.body().replaceFirst("\"position\":\\d+,", "")).isEqualTo(answered);
        try (SseReader reader = SseReader.of(service.feed(), "?since=0")) {
            await().atMost(SOON).until(() -> reader.named("update").stream()
                    .anyMatch(event -> String.valueOf(event.data())
                                    .contains(alert.id().toString())
                            && String.valueOf(event.data()).contains("\"status\":\"ACKNOWLEDGED\",\"version\":2")));
        }
    }

    @Test
    void theAnswerIsInTheCallersLanguage() throws SQLException {
        assertThat(post(raised(), "acknowledge", "{}", "Accept-Language", "zh-CN")
                        .body())
                .contains("万元");
    }

    @Test
    void ofTwoWhoAcknowledgeAtOnceOneIsToldWhoWasFirst() throws SQLException, IOException {
        for (int i = 0; i < 5; i++) {
            Alert alert = raised();
            List<HttpResponse<String>> answers = atOnce(Stream.of("M-17", "M-18")
                    .map(actor -> wish(alert, "acknowledge", "{}").header("Tidemark-Actor", actor)));
            assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409);
            HttpResponse<String> late = answers.get(answers.get(0).statusCode() == 409 ? 0 : 1);
            JsonNode current = body(late).get("current");
            assertThat(current.get("status").asString()).isEqualTo("ACKNOWLEDGED");
            assertThat(body(late).get("detail").asString())
                    .contains(current.get("acknowledgedBy").asString())
                    .endsWith(".");
            assertThat(etag(late)).isEqualTo("\"2\"");
            assertThat(schema().validate(current)).isEmpty();
        }
    }

    private List<HttpResponse<String>> atOnce(Stream<HttpRequest.Builder> requests) {
        List<CompletableFuture<HttpResponse<String>>> sent = requests.map(
                        request -> http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()))
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    @Test
    void theSameKeyIsDoneOnceHoweverOftenItIsSent() throws SQLException {
        Alert alert = raised();
        List<HttpResponse<String>> answers =
                atOnce(IntStream.range(0, 8).mapToObj(i -> wish(alert, "acknowledge", "{\"note\":\"once\"}")
                        .headers("Tidemark-Actor", "M-17", "Idempotency-Key", "key-1")));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(answers.get(0).body());
            assertThat(etag(answer)).isEqualTo("\"2\"");
        });
        post(alert, "resolve", "{\"outcome\":\"LOST\"}");
        assertThat(post(alert, "acknowledge", "{\"note\":\"once\"}", "Idempotency-Key", "key-1")
                        .body())
                .isEqualTo(answers.get(0).body());
        assertThat(timeline(alert)).containsOnlyOnce("ACKNOWLEDGED");
    }

    @Test
    void aKeyIsForOneRequest() throws SQLException {
        Alert alert = raised();
        post(alert, "acknowledge", "{}", "Idempotency-Key", "key-2");
        assertThat(post(alert, "acknowledge", "{\"note\":\"other\"}", "Idempotency-Key", "key-2")
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(alert, "resolve", "{\"outcome\":\"LOST\"}", "Idempotency-Key", "key-2")
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(raised(), "acknowledge", "{}", "Idempotency-Key", "key-2")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aRefusedRequestMayBeSentAgainWithItsKey() throws SQLException {
        Alert alert = raised();
        assertThat(post(alert, "reopen", "", "Idempotency-Key", "key-3").statusCode())
                .isEqualTo(409);
        post(alert, "resolve", "{\"outcome\":\"LOST\"}");
        assertThat(post(alert, "reopen", "", "Idempotency-Key", "key-3").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoeverHasSeenAnOlderStateIsShownTheCurrentOne() throws SQLException {
        Alert alert = raised();
        awaitRouted(alert);
        assertThat(post(alert, "acknowledge", "{}", "If-Match", "\"7\"").statusCode())
                .isEqualTo(409);
        assertThat(post(alert, "acknowledge", "{}", "If-Match", "\"1\"").statusCode())
                .isEqualTo(200);
        HttpResponse<String> late = post(alert, "resolve", "{\"outcome\":\"LOST\"}", "If-Match", "\"1\"");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(body(late).get("current").get("version").asInt()).isEqualTo(2);
        assertThat(post(alert, "resolve", "{\"outcome\":\"LOST\"}", "If-Match", etag(late))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void havingSeenItIsOnTheTimelineOnceForEachPerson() throws SQLException {
        Alert alert = raised();
        awaitRouted(alert);
        assertThat(etag(post(alert, "seen", "{}"))).isEqualTo("\"1\"");
        post(alert, "seen", "{}");
        sent(wish(alert, "seen", "").header("Tidemark-Actor", "S-1"));
        assertThat(timeline(alert)).filteredOn("SEEN"::equals).hasSize(2);
    }

    @Test
    void theCodeOpensTheAlert() throws SQLException {
        Alert alert = raised();
        HttpResponse<String> found = sent(request("/a/" + alert.id().shortCode().toLowerCase(Locale.ROOT)));
        assertThat(found.statusCode()).isEqualTo(302);
        assertThat(found.headers().firstValue("Location")).hasValue("/?alert=" + alert.id());
        assertThat(sent(request("/a/ZZZZZZZZ")).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|acknowledge|{",
                "400|acknowledge|[]",
                "400|acknowledge|{\"promise\":\"tomorrow\"}",
                "400|acknowledge|{\"promise\":7}",
                "400|acknowledge|{\"note\":[]}",
                "409|acknowledge|{\"promise\":\"2020-01-01T00:00:00Z\"}",
                "400|follow-ups|{}",
                "400|follow-ups|{\"how\":\"PIGEON\"}",
                "400|resolve|{\"outcome\":\"lost\"}",
                "400|reassign|{}",
                "422|reassign|{\"to\":\"M-99\"}",
                "409|reassign|{\"to\":\"M-17\"}",
                "409|reopen|{\"whatever\":true}",
                "404|nothing|{}"
            })
    void whatCannotBeDoneIsSaidInASentence(int status, String action, String body) throws SQLException {
        refused(status, post(raised(), action, body));
    }

    private void refused(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(body(answer).get("detail").asString()).endsWith(".").doesNotContain("Exception");
    }

    @Test
    void longNotesAndLongBodiesAreRefused() throws SQLException {
        Alert alert = raised();
        refused(400, post(alert, "acknowledge", "{\"note\":\"" + "n".repeat(2001) + "\"}"));
        refused(413, post(alert, "acknowledge", "{\"x\":\"" + "n".repeat(20_000) + "\"}"));
        assertThat(post(alert, "acknowledge", "{\"note\":\"" + "n".repeat(2000) + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "400, Tidemark-Nobody, x",
        "422, Tidemark-Actor, M-99",
        "400, If-Match, 1",
        "400, If-Match, W/\"1\"",
        "400, Idempotency-Key, ' '",
        "415, Content-Type, text/plain"
    })
    void headersThatSayNothingAreRefused(int status, String name, String value) throws SQLException {
        HttpRequest.Builder request =
                request("/api/v1/alerts/" + raised().id() + "/acknowledge").POST(HttpRequest.BodyPublishers.noBody());
        if (!name.startsWith("Tidemark")) {
            request.header("Tidemark-Actor", "M-17");
        }
        refused(status, sent(request.header(name, value)));
    }

    @Test
    void whatIsNotThereCannotBeAnswered() {
        Alert nobodys = Raised.high(999_999);
        refused(404, post(nobodys, "acknowledge", "{}"));
        refused(404, post(nobodys, "seen", "{}"));
        refused(404, sent(request("/api/v1/alerts/" + nobodys.id() + "/timeline")));
        refused(400, sent(request("/api/v1/alerts/4711/timeline")));
    }
}
