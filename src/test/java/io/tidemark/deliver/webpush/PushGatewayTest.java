package io.tidemark.deliver.webpush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.Message;
import io.tidemark.deliver.Message.Recipient;
import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.Accepted;
import io.tidemark.deliver.Submission.InDoubt;
import io.tidemark.deliver.Submission.Refused;
import io.tidemark.deliver.webpush.Subscription.Browser;
import io.tidemark.detect.Severity;
import io.tidemark.local.push.PushPeer;
import io.tidemark.local.push.PushPeer.Mood;
import io.tidemark.local.push.PushPeer.Received;
import io.tidemark.local.push.VapidPair;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.HttpResources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What browsers get and what is made of a push service's answers, over real HTTP. */
class PushGatewayTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final ManagerId LI = new ManagerId("M-17");
    private static final VapidPair VAPID = VapidPair.generate();
    private static final JsonMapper JSON = new JsonMapper();

    private final PushPeer peer = new PushPeer();
    private final Subscriptions subscriptions = new MemorySubscriptions(10);
    private final WebPushGateways gateways = gateways(true);

    @AfterEach
    void close() {
        gateways.close();
        peer.close();
    }

    @Test
    void aBrowserReadsTheReferenceTheSeverityAndOneLine() {
        PushPeer.Browser browser = subscribed();

        assertThat(submit(message(Severity.CRITICAL, "王* 跌破私行线\n缺口 10万–50万"))).isEqualTo(new Accepted(List.of()));

        assertThat(browser.received())
                .singleElement()
                .extracting(Received::text)
                .isEqualTo("{\"reference\":\"K7Q2M9\",\"severity\":\"CRITICAL\",\"line\":\"王* 跌破私行线 缺口 10万–50万\"}");
    }

    @Test
    void aPushServiceReadsOnlyHowUrgentItIsAndWhatItReplaces() {
        PushPeer.Browser browser = subscribed();
        submit(message(Severity.HIGH, "text"));

        assertThat(browser.received().get(0).headers())
                .containsEntry("urgency", "high")
                .containsEntry("topic", "K7Q2M9")
                .containsEntry("ttl", "3600")
                .containsEntry("content-encoding", "aes128gcm");
    }

    @Test
    void weSignForThePushServiceThatWeCall() {
        PushPeer.Browser browser = subscribed();
        submit(message(Severity.HIGH, "text"));

        String authorization =
                Objects.requireNonNull(browser.received().get(0).headers().get("authorization"));
        JsonNode claims =
                JSON.readTree(Base64.getUrlDecoder().decode(authorization.replaceAll("^[^.]*\\.|\\.[^.]*$", "")));
        assertThat(authorization).endsWith("k=" + VAPID.publicKey());
        assertThat(claims.get("aud").asString()).isEqualTo(browser.endpoint().replaceAll("/push/.*", ""));
        assertThat(claims.get("sub").asString()).isEqualTo(VapidPair.SUBJECT);
        assertThat(claims.get("exp").asLong())
                .isCloseTo(Instant.now().plus(Duration.ofHours(12)).getEpochSecond(), within(600L));
    }

    @Test
    void aLongTextIsCutToWhatFits() {
        PushPeer.Browser browser = subscribed();
        assertThat(submit(message(Severity.LOW, "\"😀\u0001".repeat(5000)))).isInstanceOf(Accepted.class);

        Received received = browser.received().get(0);
        assertThat(received.bytes()).isLessThan(4096);
        assertThat(JSON.readTree(received.text()).get("line").asString())
                .endsWith("…")
                .hasSizeBetween(498, 500);
    }

    @Test
    void allBrowsersOfAPersonGetItAndOneIsEnough() {
        PushPeer.Browser first = subscribed();
        PushPeer.Browser second = subscribed();
        first.becomes(Mood.FAILS);

        assertThat(submit(message(Severity.HIGH, "text"))).isInstanceOf(Accepted.class);
        assertThat(first.received()).hasSize(1);
        assertThat(second.received()).hasSize(1);
    }

    @Test
    void whoHasNoBrowserHasNoAddress() {
        assertThat(submit(message(Severity.HIGH, "text"))).isEqualTo(Refused.because(Reason.NO_ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GONE", "UNKNOWN"})
    void aBrowserThatIsGoneIsForgotten(Mood mood) {
        subscribed().becomes(mood);

        assertThat(submit(message(Severity.HIGH, "text"))).isEqualTo(Refused.because(Reason.BAD_ADDRESS));
        assertThat(subscriptions.of(LI).block(SOON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"TOO_LARGE, CONTENT_REFUSED", "FORBIDS, NOT_ALLOWED", "FAILS, GATEWAY_FAULT", "REDIRECTS, GATEWAY_FAULT"
    })
    void aRefusalSaysWhyAndTheBrowserStays(Mood mood, Reason reason) {
        PushPeer.Browser browser = subscribed();
        browser.becomes(mood);

        assertThat(submit(message(Severity.HIGH, "text"))).isEqualTo(Refused.because(reason));
        assertThat(browser.received()).hasSize(1);
        assertThat(subscriptions.of(LI).block(SOON)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"120 | PT2M", "Sun, 22 Nov 2026 10:05:00 GMT | PT5M", "999999 | PT1H"})
    void aPushServiceThatAsksForItIsLeftAlone(String asked, Duration wait) {
        PushPeer.Browser browser = subscribed();
        browser.throttles(asked);

        assertThat(submit(message(Severity.HIGH, "text"))).isEqualTo(new Refused(Reason.THROTTLED, wait));
        assertThat(submit(message(Severity.HIGH, "text"))).isEqualTo(new Refused(Reason.THROTTLED, wait));
        assertThat(browser.received()).hasSize(1);
    }

    @Test
    void aDroppedConnectionLeavesItInDoubtAndIsNotTriedAgain() {
        PushPeer.Browser browser = subscribed();
        browser.becomes(Mood.DROPS);

        assertThat(submit(message(Severity.HIGH, "text"))).isEqualTo(new InDoubt(Reason.NO_ANSWER));
        assertThat(browser.received()).hasSize(1);
    }

    @Test
    void anAnswerThatDoesNotComeLeavesItInDoubt() {
        PushPeer.Browser browser = subscribed();
        browser.becomes(Mood.NEVER_ANSWERS);

        assertThat(submit(message(Severity.HIGH, "text"))).isEqualTo(new InDoubt(Reason.NO_ANSWER));
    }

    @Test
    void aPushServiceThatIsNotThereIsUnreachable() {
        subscribed();
        peer.close();

        assertThat(submit(message(Severity.HIGH, "text"))).isEqualTo(Refused.because(Reason.UNREACHABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "10.1.2.3", "169.254.169.254"})
    void whatIsNotPublicIsNotCalledWhateverItsName(String host) {
        PushPeer.Browser browser = peer.browser();
        String endpoint = browser.endpoint().replace("127.0.0.1", host);
        subscribe(browser, endpoint);

        try (WebPushGateways guarded = gateways(false)) {
            assertThat(submit(guarded, message(Severity.HIGH, "text"))).isEqualTo(Refused.because(Reason.UNREACHABLE));
        }
        assertThat(browser.received()).isEmpty();
    }

    private PushPeer.Browser subscribed() {
        PushPeer.Browser browser = peer.browser();
        subscribe(browser, browser.endpoint());
        return browser;
    }

    private void subscribe(PushPeer.Browser browser, String endpoint) {
        subscriptions
                .keep(LI, new Browser(URI.create(endpoint), new BrowserKeys(browser.p256dh(), browser.auth())))
                .block(SOON);
    }

    private Submission submit(Message message) {
        return submit(gateways, message);
    }

    private static Submission submit(WebPushGateways gateways, Message message) {
        return Objects.requireNonNull(
                gateways.configured().get(0).submit(message).block(SOON));
    }

    private WebPushGateways gateways(boolean loopbackAllowed) {
        WebPushProperties properties = new WebPushProperties(
                new WebPushProperties.Vapid(VAPID.publicKey(), VAPID.privateKey(), VapidPair.SUBJECT),
                List.of("push.example.com"),
                loopbackAllowed,
                Duration.ofHours(4),
                Duration.ofSeconds(5),
                10);
        return new WebPushGateways(properties, subscriptions, HttpResources.get(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Message message(Severity severity, String text) {
        return new Message(
                UUID.randomUUID(),
                new Recipient(LI, null, null, Locale.SIMPLIFIED_CHINESE),
                "K7Q2M9",
                severity,
                text,
                1,
                NOW.plus(Duration.ofHours(1)));
    }
}
