package io.tidemark.deliver.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.bank.BranchId;
import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.Message;
import io.tidemark.deliver.Message.Recipient;
import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.Accepted;
import io.tidemark.deliver.Submission.InDoubt;
import io.tidemark.deliver.Submission.Refused;
import io.tidemark.deliver.chat.ChatProperties.Format;
import io.tidemark.deliver.chat.ChatProperties.Group;
import io.tidemark.deliver.chat.ChatProperties.Kind;
import io.tidemark.deliver.chat.ChatProperties.Words;
import io.tidemark.detect.Severity;
import io.tidemark.local.chat.ChatPeer;
import io.tidemark.local.chat.ChatPeer.Conduct;
import io.tidemark.local.chat.ChatPeer.Said;
import io.tidemark.startup.StartupProblem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

/** What is said in which group, how often, and what is made of the chat's answers. */
class ChatGatewayTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Words TEXT = new Words(Format.TEXT, "");

    private final ChatPeer peer = new ChatPeer();
    private final Watch watch = new Watch();
    private ChatGateways gateways = groups(wecom("all", null, 20, TEXT));

    @AfterEach
    void close() {
        gateways.close();
        peer.close();
    }

    @Test
    void aPersonIsCalledByTheMobileNumberInAText() {
        assertThat(submit(message("SZ-01", "王* \"跌破\" 私行线 😀"))).isEqualTo(new Accepted(List.of()));

        JsonNode body = new JsonMapper().readTree(last().body());
        assertThat(body.get("msgtype").asString()).isEqualTo("text");
        assertThat(body.at("/text/content").asString()).isEqualTo("王* \"跌破\" 私行线 😀");
        assertThat(body.at("/text/mentioned_mobile_list/0").asString()).isEqualTo("13000000000");
    }

    @Test
    void inMarkdownNothingThatIsSaidBecomesAMark() {
        use(wecom("all", null, 20, new Words(Format.MARKDOWN, "")));
        submit(message("SZ-01", "王* <@all> [x](y) `#"));

        JsonNode body = new JsonMapper().readTree(last().body());
        assertThat(body.get("msgtype").asString()).isEqualTo("markdown");
        assertThat(body.at("/markdown/content").asString()).isEqualTo("王＊ ＜@all＞ ［x］(y) ｀＃");
    }

    @ParameterizedTest
    @CsvSource({"TEXT, /text/content, 2048", "MARKDOWN, /markdown/content, 4096"})
    void aLongTextIsCutBetweenCharacters(Format format, String place, int longest) {
        use(wecom("all", null, 20, new Words(format, "")));
        submit(message("SZ-01", "跌😀".repeat(1000)));

        String content = new JsonMapper().readTree(last().body()).at(place).asString();
        assertThat(content).matches("(跌😀)+跌?…");
        assertThat(content.getBytes(StandardCharsets.UTF_8).length).isBetween(longest - 4, longest);
    }

    @Test
    void anyOtherChatIsSpokenToInItsOwnWords() {
        use(new Group(
                "all",
                Kind.GENERIC,
                peer.url("all"),
                null,
                20,
                Duration.ofSeconds(5),
                new Words(
                        Format.TEXT,
                        "{\"m\":\"{text}\",\"to\":\"{manager} {phone}\",\"r\":\"{reference} {severity}\"}")));
        peer.becomes(Conduct.BABBLES);

        assertThat(submit(message("SZ-01", "a \"b\" {phone}"))).isEqualTo(new Accepted(List.of()));
        assertThat(last().body())
                .isEqualTo("{\"m\":\"a \\\"b\\\" {phone}\",\"to\":\"M-17 +8613000000000\",\"r\":\"K7Q2M9 HIGH\"}");
    }

    @Test
    void aPersonIsSpokenToInTheGroupOfTheBranchOrInTheOneForAll() {
        use(wecom("all", null, 20, TEXT), wecom("shenzhen", "SZ-01", 20, TEXT));

        submit(message("SZ-01", "text"));
        submit(message("BJ-01", "text"));
        submit(message(null, "text"));

        assertThat(peer.said()).extracting(Said::group).containsExactly("shenzhen", "all", "all");
    }

    @Test
    void whoseBranchHasNoGroupHasNoAddress() {
        use(wecom("shenzhen", "SZ-01", 20, TEXT));

        assertThat(submit(message("BJ-01", "text"))).isEqualTo(Refused.because(Reason.NO_ADDRESS));
    }

    @Test
    void noMoreIsSaidInAMinuteThanTheChatTakes() {
        use(wecom("all", null, 2, TEXT));
        submit(message("SZ-01", "first"));
        watch.passes(Duration.ofSeconds(20));
        submit(message("SZ-01", "second"));
        watch.passes(Duration.ofSeconds(10));

        assertThat(submit(message("SZ-01", "third"))).isEqualTo(new Refused(Reason.THROTTLED, Duration.ofSeconds(30)));
        watch.passes(Duration.ofSeconds(30));
        assertThat(submit(message("SZ-01", "third"))).isInstanceOf(Accepted.class);
        assertThat(submit(message("SZ-01", "fourth"))).isEqualTo(new Refused(Reason.THROTTLED, Duration.ofSeconds(20)));
        assertThat(peer.said()).hasSize(3);
    }

    @Test
    void aSecondRobotSpeaksWhenTheFirstMustBeSilent() {
        use(wecom("one", null, 1, TEXT), wecom("two", null, 1, TEXT));

        submit(message("SZ-01", "text"));
        submit(message("SZ-01", "text"));

        assertThat(peer.said()).extracting(Said::group).containsExactly("one", "two");
        assertThat(submit(message("SZ-01", "text"))).isEqualTo(new Refused(Reason.THROTTLED, Duration.ofMinutes(1)));
    }

    @Test
    void aChatThatHadTooMuchIsLeftAlone() {
        peer.refuses(45009);
        assertThat(submit(message("SZ-01", "text"))).isEqualTo(new Refused(Reason.THROTTLED, Duration.ofMinutes(1)));

        peer.becomes(Conduct.ACCEPTS);
        assertThat(submit(message("SZ-01", "text"))).isEqualTo(new Refused(Reason.THROTTLED, Duration.ofMinutes(1)));
        watch.passes(Duration.ofMinutes(1));
        assertThat(submit(message("SZ-01", "text"))).isInstanceOf(Accepted.class);
        assertThat(peer.said()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"93000, NOT_ALLOWED", "40058, CONTENT_REFUSED", "-1, GATEWAY_FAULT", "12345, OTHER"})
    void whatTheChatSaysIsUnderstood(int code, Reason reason) {
        peer.refuses(code);

        assertThat(submit(message("SZ-01", "text"))).isEqualTo(Refused.because(reason));
    }

    @ParameterizedTest
    @CsvSource({"THROTTLES, THROTTLED, PT1M30S", "IS_CLOSED, NOT_ALLOWED,", "SENDS_ELSEWHERE, OTHER,"})
    void aStatusIsUnderstoodAsWell(Conduct conduct, Reason reason, Duration retryAfter) {
        peer.becomes(conduct);

        assertThat(submit(message("SZ-01", "text"))).isEqualTo(new Refused(reason, retryAfter));
        assertThat(peer.said()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "DROPS, NO_ANSWER",
        "NEVER_ANSWERS, NO_ANSWER",
        "BABBLES, OTHER",
        "IS_BEHIND_A_PROXY_THAT_GAVE_UP, GATEWAY_FAULT"
    })
    void whatMayHaveBeenSaidIsInDoubtAndIsNotSaidAgain(Conduct conduct, Reason reason) {
        peer.becomes(conduct);

        assertThat(submit(message("SZ-01", "text"))).isEqualTo(new InDoubt(reason));
        assertThat(peer.said()).hasSize(1);
    }

    @Test
    void aChatThatIsNotThereIsUnreachable() {
        peer.close();

        assertThat(submit(message("SZ-01", "text"))).isEqualTo(Refused.because(Reason.UNREACHABLE));
    }

    @Test
    void theKeyInTheAddressIsNotShown() {
        assertThat(new ChatProperties(List.of(wecom("all", null, 20, TEXT))).toString())
                .doesNotContain("a-key-of-nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://chat.example/send", "https://me:you@chat.example/send", "chat.example", ""})
    void anAddressThatIsNotSafeKeepsTheServiceFromStarting(String url) {
        assertThatThrownBy(() -> new Group("all", Kind.WECOM, url, null, 20, SOON, TEXT))
                .isInstanceOf(StartupProblem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"m\":{text}}", "{\"m\":\"hello\"}"})
    void wordsThatCannotBeSaidKeepTheServiceFromStarting(String body) {
        Words words = new Words(Format.TEXT, body);
        assertThatThrownBy(() -> new Group("all", Kind.GENERIC, "https://chat.example/", null, 20, SOON, words))
                .isInstanceOf(StartupProblem.class);
    }

    private Group wecom(String name, String branch, int perMinute, Words words) {
        return new Group(name, Kind.WECOM, peer.url(name), branch, perMinute, Duration.ofSeconds(5), words);
    }

    private void use(Group... groups) {
        gateways.close();
        gateways = groups(groups);
    }

    private ChatGateways groups(Group... groups) {
        return new ChatGateways(new ChatProperties(List.of(groups)), HttpResources.get(), watch);
    }

    private Said last() {
        return peer.said().get(peer.said().size() - 1);
    }

    private Submission submit(Message message) {
        return Objects.requireNonNull(
                gateways.configured().get(0).submit(message).block(SOON));
    }

    private static Message message(String branch, String text) {
        return new Message(
                UUID.randomUUID(),
                new Recipient(
                        new ManagerId("M-17"),
                        branch == null ? null : new BranchId(branch),
                        "+8613000000000",
                        Locale.SIMPLIFIED_CHINESE),
                "K7Q2M9",
                Severity.HIGH,
                text,
                1,
                Instant.parse("2026-11-22T11:00:00Z"));
    }

    /** Stands still until time passes. */
    private static final class Watch extends Clock {
        private volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
