package io.tidemark.deliver.httpsms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.Message;
import io.tidemark.deliver.Message.Recipient;
import io.tidemark.deliver.httpsms.HttpSmsProperties.Answers;
import io.tidemark.deliver.httpsms.HttpSmsProperties.Callbacks;
import io.tidemark.deliver.httpsms.HttpSmsProperties.Carrier;
import io.tidemark.deliver.httpsms.HttpSmsProperties.Pointers;
import io.tidemark.deliver.httpsms.HttpSmsProperties.Request;
import io.tidemark.detect.Severity;
import io.tidemark.startup.StartupProblem;
import io.tidemark.web.OutboundRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestWriterTest {
    private static final String URL = "https://sms.example/send";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final Answers ANSWERS = new Answers("", List.of(), "", "", Map.of());

    @Test
    void aFormIsEncoded() {
        OutboundRequest request = written("POST", URL, FORM, "to={phone}&content={signature}{text}");

        assertThat(body(request)).isEqualTo("to=%2B8613000000000&content=%E3%80%90B%E3%80%91a%20%26%20b%3D1");
        assertThat(request.headers()).containsEntry("Content-Type", FORM);
    }

    @Test
    void aQueryIsEncoded() {
        OutboundRequest request = written("GET", URL + "?to={digits}&text={text}", FORM, "");

        assertThat(request.uri()).hasToString(URL + "?to=8613000000000&text=a%20%26%20b%3D1");
        assertThat(body(request)).isEmpty();
        assertThat(request.headers()).doesNotContainKey("Content-Type");
    }

    @Test
    void noKeyIsShown() {
        OutboundRequest request = written("GET", URL + "?key=secret&to={digits}&text={text}", FORM, "");

        assertThat(request.toString()).isEqualTo("GET to sms.example");
        assertThat(provider("GET", URL + "?key=secret", FORM, "").toString()).doesNotContain("secret");
        assertThat(new Callbacks("a-secret-of-the-two", "S", "T", new Pointers("", "/id", "/s", "", ""), Map.of())
                        .toString())
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | http://sms.example/send | application/json | {\"to\":\"{phone}\",\"t\":\"{text}\"}",
                "POST | https://me:you@sms.example/ | application/json | {\"to\":\"{phone}\",\"t\":\"{text}\"}",
                "POST | https://sms.example/send | application/json | {\"to\":{phone},\"t\":{text}}",
                "POST | https://sms.example/send | application/json | {\"to\":\"{phone}\"}",
                "POST | https://sms.example/send | application/json | {\"t\":\"{text}\"}",
                "POST | https://sms.example/send | text/plain | {phone} {text}",
                "DELETE | https://sms.example/send | application/json | {\"to\":\"{phone}\",\"t\":\"{text}\"}"
            })
    void whatCannotBeSentKeepsTheServiceFromStarting(String method, String url, String contentType, String body) {
        assertThatThrownBy(() -> new RequestWriter(provider(method, url, contentType, body)))
                .isInstanceOf(StartupProblem.class);
    }

    @Test
    void twoGatewaysOfOneNameKeepTheServiceFromStarting() {
        Carrier provider = provider("POST", URL, JSON, "{\"to\":\"{phone}\",\"t\":\"{text}\"}");

        assertThatThrownBy(() -> new HttpSmsProperties(List.of(provider, provider)))
                .isInstanceOf(StartupProblem.class);
    }

    private static OutboundRequest written(String method, String url, String contentType, String body) {
        Message message = new Message(
                UUID.randomUUID(),
                new Recipient(new ManagerId("M-1"), null, "+8613000000000", Locale.ENGLISH),
                "K7Q2M9",
                Severity.HIGH,
                "a & b=1",
                1,
                Instant.EPOCH);
        return new RequestWriter(provider(method, url, contentType, body)).write(message, "+8613000000000");
    }

    private static Carrier provider(String method, String url, String contentType, String body) {
        Request request = new Request(url, method, contentType, Map.of(), body, null, Duration.ofSeconds(5));
        return new Carrier("acme", "【B】", request, ANSWERS, null);
    }

    private static String body(OutboundRequest request) {
        return new String(request.body().value(), StandardCharsets.UTF_8);
    }
}
