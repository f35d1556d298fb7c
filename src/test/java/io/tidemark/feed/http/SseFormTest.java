package io.tidemark.feed.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tidemark.alert.Alert;
import io.tidemark.alert.Masked;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.feed.AlertVariant;
import io.tidemark.feed.Farewell;
import io.tidemark.feed.FeedEvent;
import io.tidemark.feed.FeedEvent.Kind;
import io.tidemark.feed.SampleAlerts;
import io.tidemark.feed.http.SseForm.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SseFormTest {
    private static final JsonMapper JSON = new JsonMapper();
    private final SseForm plain = new SseForm(Language.ENGLISH, Format.PLAIN);
    private final SseForm cloud = new SseForm(Language.ENGLISH, Format.CLOUDEVENTS);

    private static String text(byte[] frame) {
        return new String(frame, StandardCharsets.UTF_8);
    }

    private static JsonNode data(byte[] frame) {
        String text = text(frame);
        return JSON.readTree(text.substring(text.indexOf("data: ") + 6));
    }

    private static Schema schema() throws IOException {
        try (InputStream document = SseFormTest.class.getResourceAsStream("/static/api/v1/schemas/alert.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JSON.readTree(Objects.requireNonNull(document)));
        }
    }

    @Test
    void anAlertIsOneFrameWithTheFieldsOfTheContractInTheirOrder() {
        Alert alert = SampleAlerts.of(1, "C-1001", Rule.CRITICAL_BAND, Severity.HIGH);
        assertThat(text(plain.event(new FeedEvent(4711, Kind.ALERT, alert))))
                .isEqualTo("""
                id: 4711
                event: alert
                data: {"position":4711,"alertId":"%s","clientId":"C-1001","client":"王*","branch":"SZ-01",\
                "managerId":"M-17","rule":"CRITICAL_BAND","line":"PRIVATE","severity":"HIGH","status":"OPEN",\
                "version":1,"level":0,"code":"%s",\
                "occurredAt":"2026-11-22T02:02:31.120Z","detectedAt":"2026-11-22T02:02:31.128Z",\
                "assetsBefore":"6260000.00","assetsAfter":"5840000.00","currency":"CNY","shortfall":"160000.00",\
                "movement":{"movementId":"M-1","direction":"OUT","amount":"420000.00","currency":"CNY",\
                "bank":"308584000013","bankName":"招商银行"},\
                "findings":[{"rule":"CRITICAL_BAND","line":"PRIVATE","severity":"HIGH"}],\
                "episode":{"id":"00000000-0000-0007-0000-000000000007","crossings":1,"openedAt":"2026-11-22T02:02:31.120Z"},\
                "policyVersion":3,"text":"%s"}

                """.formatted(alert.id(), alert.id().shortCode(), Language.ENGLISH.sentence(alert)));
    }

    @Test
    void whatIsAbsentIsLeftOut() {
        Alert bare = AlertVariant.of(SampleAlerts.number(1)).bare().alert();
        assertThat(text(plain.event(new FeedEvent(1, Kind.UPDATE, bare))))
                .startsWith("id: 1\nevent: update\n")
                .doesNotContain("null", "shortfall", "episode\"", "branch", "managerId", "\"client\"");
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyAlertKeepsToThePublishedSchema(Rule rule) throws IOException {
        Alert alert = SampleAlerts.of(1, "C-1001", rule, Severity.CRITICAL);
        for (Alert each : new Alert[] {alert, AlertVariant.of(alert).bare().alert()}) {
            assertThat(schema().validate(data(plain.event(new FeedEvent(5, Kind.ALERT, each)))))
                    .isEmpty();
        }
    }

    @Test
    void theSchemaRefusesWhatIsNotInIt() throws IOException {
        assertThat(schema().validate(JSON.readTree("{\"position\":0}"))).isNotEmpty();
    }

    @Test
    void aCloudEventHasTheAlertInItsEnvelope() {
        Alert alert = SampleAlerts.number(0);
        JsonNode event = data(cloud.event(new FeedEvent(3, Kind.ALERT, alert)));
        assertThat(event.get("specversion").asString()).isEqualTo("1.0");
        assertThat(event.get("type").asString()).isEqualTo("io.tidemark.alert.raised.v1");
        assertThat(event.get("id").asString()).isEqualTo(alert.id().toString());
        assertThat(event.get("subject").asString()).isEqualTo("C-1001");
        assertThat(event.get("datacontenttype").asString()).isEqualTo("application/json");
        assertThat(event.get("data")).isEqualTo(data(plain.event(new FeedEvent(3, Kind.ALERT, alert))));
    }

    @Test
    void anUpdateIsACloudEventOfItsOwn() {
        Alert alert = SampleAlerts.number(0);
        JsonNode event = data(cloud.event(new FeedEvent(9, Kind.UPDATE, alert)));
        assertThat(event.get("type").asString()).isEqualTo("io.tidemark.alert.updated.v1");
        assertThat(event.get("id").asString()).isEqualTo(alert.id() + "/9");
    }

    @Test
    void whatIsNoAlertHasAnEventOfItsOwnOrNone() {
        assertThat(text(plain.gap(2, 6))).isEqualTo("event: gap\ndata: {\"continuesFrom\":6,\"requested\":2}\n\n");
        assertThat(text(plain.bye(Farewell.LAGGED))).isEqualTo("event: bye\ndata: {\"reason\":\"lagged\"}\n\n");
        assertThat(text(plain.heartbeat())).isEqualTo(":\n\n");
        assertThat(text(plain.heartbeat(7))).isEqualTo(":\nid: 7\n\n");
    }

    @Test
    void aNameIsMaskedByCharactersNotByUnits() {
        assertThat(Masked.name("𠮷田")).isEqualTo("𠮷*");
        assertThat(Masked.name("王")).isEqualTo("王*");
        assertThat(Masked.name("")).isNull();
        assertThat(Masked.name(null)).isNull();
    }
}
