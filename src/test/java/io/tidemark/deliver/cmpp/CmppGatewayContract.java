package io.tidemark.deliver.cmpp;

import static io.tidemark.deliver.cmpp.RunningGateway.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Receipt;
import io.tidemark.deliver.Receipt.State;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.Accepted;
import io.tidemark.deliver.Submission.InDoubt;
import io.tidemark.deliver.Submission.Refused;
import io.tidemark.local.sms.CmppPeer;
import io.tidemark.local.sms.CmppReports;
import io.tidemark.local.sms.CmppText;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What a gateway of ours does with the server of {@code sms-core}, whichever version they speak. */
abstract class CmppGatewayContract {
    private static final String LONG = "客户王**的资产已低于私人银行标准线，请尽快联系。😀".repeat(8);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String secret = UUID.randomUUID().toString().substring(0, 12);
    private final String version;
    private final int code;
    private CmppPeer peer;
    private RunningGateway gateway;

    CmppGatewayContract(String version, int code) {
        this.version = version;
        this.code = code;
        this.peer = CmppPeer.listening(code, ACCOUNT, secret);
        this.gateway = RunningGateway.of(settings(Map.of()));
    }

    private Map<String, Object> settings(Map<String, Object> special) {
        Map<String, Object> settings =
                new HashMap<>(Map.of("version", version, "port", peer.port(), "shared-secret", secret));
        settings.putAll(special);
        return settings;
    }

    private void restart(Map<String, Object> special) {
        gateway.close();
        gateway = RunningGateway.of(settings(special)).connected();
    }

    @AfterEach
    void stop() {
        gateway.close();
        peer.close();
    }

    private void eventually(Runnable assertion) {
        await().atMost(PATIENCE).untilAsserted(assertion::run);
    }

    private CmppText only() {
        assertThat(peer.conduct().texts()).hasSize(1);
        return peer.conduct().texts().get(0);
    }

    @Test
    void aShortTextIsTakenWithOneId() {
        gateway.connected();
        Submission answer = gateway.submit("客户王**：大额转出");
        assertThat(answer).isEqualTo(new Accepted(only().parts()));
        assertThat(only().parts()).hasSize(1);
        assertThat(only().text()).isEqualTo("客户王**：大额转出");
        assertThat(only().to()).isEqualTo("13800000000");
    }

    @Test
    void aLongTextWithEmojiIsJoinedAndHasAnIdForEachSegment() {
        gateway.connected();
        Submission answer = gateway.submit(LONG);
        assertThat(only().text()).isEqualTo(LONG);
        assertThat(only().parts()).hasSize((LONG.length() + 66) / 67).doesNotHaveDuplicates();
        assertThat(answer).isEqualTo(new Accepted(only().parts()));
    }

    @Test
    void plainEnglishGoesOutAsAscii() {
        gateway.connected();
        String text = "Client W. fell below the line. ".repeat(12);
        assertThat(gateway.submit(text)).isInstanceOf(Accepted.class);
        assertThat(only().text()).isEqualTo(text);
        assertThat(only().parts()).hasSize((text.length() + 152) / 153);
        assertThat(only().submit().getMsgfmt().getValue()).isZero();
    }

    @Test
    void whatAsciiAndTheGsmAlphabetWriteDifferentlyGoesOutInUcs2() {
        gateway.connected();
        gateway.submit("a_b@c $5 [x]");
        assertThat(only().text()).isEqualTo("a_b@c $5 [x]");
        assertThat(only().submit().getMsgfmt().getValue()).isEqualTo((byte) 8);
    }

    @Test
    void theFieldsOfASubmitAreThoseOfTheSettings() {
        restart(Map.of("signature", "泰德银行"));
        gateway.submit("x");
        var submit = only().submit();
        assertThat(only().text()).isEqualTo("【泰德银行】x");
        assertThat(submit.getServiceId()).isEqualTo("ALERT");
        assertThat(submit.getMsgsrc()).isEqualTo(ACCOUNT);
        assertThat(submit.getSrcId()).isEqualTo("10690001");
        assertThat(submit.getRegisteredDelivery()).isEqualTo((short) 1);
        assertThat(submit.getFeeUserType()).isEqualTo((short) 2);
        assertThat(submit.getFeeType()).isEqualTo("01");
        assertThat(submit.getFeeCode()).isEqualTo("000000");
        // An hour from 14:30:20 in China.
        assertThat(submit.getValIdTime()).isEqualTo("261122153020032+");
    }

    @Test
    void aForeignNumberIsDialledWithZeros() {
        gateway.connected();
        assertThat(gateway.submit("x", "+85251234567")).isInstanceOf(Accepted.class);
        assertThat(only().to()).isEqualTo("0085251234567");
    }

    @Test
    void withoutAPossibleNumberNothingIsSent() {
        gateway.connected();
        assertThat(gateway.submit("x", null)).isEqualTo(Refused.because(Reason.NO_ADDRESS));
        assertThat(gateway.submit("x", "13800000000")).isEqualTo(Refused.because(Reason.BAD_ADDRESS));
        assertThat(peer.conduct().texts()).isEmpty();
    }

    @Test
    void aReportBecomesAReceiptAndIsAnsweredOnceItIsKept() {
        Sinks.Empty<Void> database = Sinks.empty();
        gateway.connected().receipts().next(database.asMono());
        peer.conduct().report(CmppReports.after("DELIVRD"));
        Accepted answer = (Accepted) gateway.submit("x");
        // What came before the second one's answer has been read: the first one's report too.
        gateway.submit("y");
        assertThat(gateway.receipts().kept())
                .noneMatch(receipt -> receipt.part().equals(answer.parts().get(0)));
        database.tryEmitEmpty();
        eventually(() -> assertThat(gateway.receipts().kept())
                .contains(receipt(answer.parts().get(0), State.DELIVERED)));
        eventually(() -> assertThat(peer.conduct().witness().deliverResults()).containsExactly(0L, 0L));
    }

    private static Receipt receipt(String part, State state) {
        return new Receipt(
                "mobile",
                part,
                state,
                state == State.FAILED ? Reason.UNDELIVERABLE : null,
                RunningGateway.MOBILE,
                Instant.parse("2026-11-22T06:30:00Z"),
                RunningGateway.NOW);
    }

    @Test
    void aReportThatCouldNotBeKeptIsAskedForAgain() {
        gateway.connected().receipts().next(Mono.error(new IllegalStateException("no database")));
        peer.conduct().report(CmppReports.after("DELIVRD"));
        gateway.submit("x");
        eventually(() -> assertThat(peer.conduct().witness().deliverResults()).containsExactly(9L));
        assertThat(gateway.receipts().kept()).isEmpty();
    }

    @Test
    void eachSegmentIsReportedByItsId() {
        gateway.connected();
        peer.conduct().report(CmppReports.reversed("EXPIRED"));
        Accepted answer = (Accepted) gateway.submit(LONG);
        eventually(() -> assertThat(gateway.receipts().kept())
                .containsExactlyInAnyOrderElementsOf(answer.parts().stream()
                        .map(part -> receipt(part, State.EXPIRED))
                        .toList()));
    }

    @Test
    void aReportBeforeTheAnswerIsKeptUnderTheIdThatTheAnswerGives() {
        gateway.connected();
        peer.conduct().report(CmppReports.before("MK:0001"));
        Accepted answer = (Accepted) gateway.submit("x");
        eventually(() -> assertThat(gateway.receipts().kept())
                .containsExactly(receipt(answer.parts().get(0), State.FAILED)));
    }

    @Test
    void aReportThatComesTwiceIsKeptTwice() {
        gateway.connected();
        peer.conduct().report(CmppReports.times(2, "DELIVRD"));
        Accepted answer = (Accepted) gateway.submit("x");
        Receipt receipt = receipt(answer.parts().get(0), State.DELIVERED);
        eventually(() -> assertThat(gateway.receipts().kept()).containsExactly(receipt, receipt));
        eventually(() -> assertThat(peer.conduct().witness().deliverResults()).containsExactly(0L, 0L));
    }

    @Test
    void noMoreReportsAreReadThanAreBeingKept() {
        int many = 10 * Inbox.MOST_AT_ONCE;
        Sinks.Empty<Void> database = Sinks.empty();
        AtomicInteger asked = new AtomicInteger();
        gateway.connected();
        for (int i = 0; i < many; i++) {
            gateway.receipts().next(Mono.defer(() -> {
                asked.incrementAndGet();
                return database.asMono();
            }));
        }
        peer.conduct().report(CmppReports.times(many, "DELIVRD"));
        gateway.submit("x");
        eventually(() -> assertThat(asked).hasValue(Inbox.MOST_AT_ONCE));
        assertThat(gateway.receipts().kept()).isEmpty();
        database.tryEmitEmpty();
        eventually(() -> assertThat(gateway.receipts().kept()).hasSize(many));
        eventually(() -> assertThat(peer.conduct().witness().deliverResults())
                .hasSize(many)
                .containsOnly(0L));
    }

    @Test
    void aMessageFromAPhoneIsAnsweredAndKeptByNobody() {
        gateway.connected();
        peer.bring("13900000000", "退订");
        eventually(() -> assertThat(peer.conduct().witness().deliverResults()).containsExactly(0L));
        assertThat(gateway.receipts().kept()).isEmpty();
    }

    @Test
    void aMessageOfWhichOneSegmentIsRefusedIsRefused() {
        gateway.connected();
        peer.conduct().answer(0, 6, 0);
        assertThat(gateway.submit(LONG)).isEqualTo(Refused.because(Reason.CONTENT_REFUSED));
    }

    @Test
    void neitherTheSecretNorItsProofIsLogged() {
        try (LoggedLines lines = LoggedLines.ofAll()) {
            restart(Map.of());
            gateway.submit("x");
            peer.drop();
            eventually(() -> assertThat(lines.ofOurs()).anyMatch(line -> line.contains("is not connected")));
            gateway.connected();
            gateway.close();
            gateway = RunningGateway.of(settings(Map.of("shared-secret", "no-" + secret)));
            gateway.awaitRefusing(Reason.NOT_ALLOWED);
            assertThat(lines.ofOurs()).isNotEmpty().noneMatch(line -> line.contains(secret) || line.contains("138000"));
        }
    }

    @Test
    void tooMuchIsThrottledAndTheGatewayIsLeftAloneForAWhile() {
        restart(Map.of("throttle-pause", "1h"));
        peer.conduct().answer(8);
        assertThat(gateway.submit("x")).isEqualTo(new Refused(Reason.THROTTLED, Duration.ofHours(1)));
        assertThat(gateway.submit("y")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.THROTTLED);
            assertThat(refused.retryAfter()).isBetween(Duration.ZERO, Duration.ofHours(1));
        });
        assertThat(peer.conduct().texts()).hasSize(1);
    }

    @Test
    void afterThePauseMessagesAreTakenAgain() {
        restart(Map.of("throttle-pause", "10ms"));
        peer.conduct().answer(8);
        gateway.submit("x");
        eventually(() -> assertThat(gateway.submit("y")).isInstanceOf(Accepted.class));
    }

    @Test
    void aRefusedMessageSaysWhy() {
        gateway.connected();
        peer.conduct().answer(13, 10, 1);
        assertThat(gateway.submit("x")).isEqualTo(Refused.because(Reason.BAD_ADDRESS));
        assertThat(gateway.submit("y")).isEqualTo(Refused.because(Reason.NOT_ALLOWED));
        assertThat(gateway.submit("z")).isEqualTo(Refused.because(Reason.GATEWAY_FAULT));
    }

    @Test
    void aWrongSecretIsNotAllowedIn() {
        gateway.close();
        gateway = RunningGateway.of(settings(Map.of("shared-secret", "wrong")));
        gateway.awaitRefusing(Reason.NOT_ALLOWED);
        assertThat(peer.conduct().texts()).isEmpty();
    }

    @Test
    void aConnectionCutBeforeTheAnswerLeavesTheMessageInDoubtAndComesBack() {
        gateway.connected();
        peer.conduct().dropBeforeAnswering();
        assertThat(gateway.submit(LONG)).isEqualTo(new InDoubt(Reason.NO_ANSWER));
        peer.conduct().release();
        assertThat(gateway.connected().submit("again")).isInstanceOf(Accepted.class);
        assertThat(peer.conduct().texts()).extracting(CmppText::text).containsExactly(LONG, "again");
    }

    @Test
    void aGatewayThatIsGoneRefusesAtOnceAndIsFoundWhenItReturns() {
        gateway.connected();
        int port = peer.port();
        peer.close();
        gateway.awaitRefusing(Reason.UNREACHABLE);
        peer = CmppPeer.listening(code, port, ACCOUNT, secret);
        assertThat(gateway.connected().submit("x")).isInstanceOf(Accepted.class);
    }

    @Test
    void anAnswerThatComesTooLateIsNobodys() {
        restart(Map.of("submit-timeout", "200ms"));
        peer.conduct().hold();
        assertThat(gateway.submit("first")).isEqualTo(new InDoubt(Reason.NO_ANSWER));
        CompletableFuture<Submission> second = gateway.submitting("second");
        eventually(() -> assertThat(peer.conduct().texts()).hasSize(2));
        peer.conduct().release();
        assertThat(second.join()).isIn(accepted(1), new InDoubt(Reason.NO_ANSWER));
        assertThat(gateway.submit("third")).isEqualTo(accepted(2));
    }

    private Accepted accepted(int text) {
        return new Accepted(peer.conduct().texts().get(text).parts());
    }

    @Test
    void noMoreIsUnansweredThanTheWindowAllowsAndTheRestWaits() {
        restart(Map.of("window", 4));
        peer.conduct().hold();
        List<CompletableFuture<Submission>> answers = IntStream.range(0, 12)
                .mapToObj(i -> gateway.submitting("text " + i))
                .toList();
        eventually(() -> assertThat(peer.conduct().texts()).hasSize(4));
        // It hears the test only after all that was sent before.
        peer.test();
        eventually(() -> assertThat(peer.conduct().witness().testAnswers()).isEqualTo(1));
        assertThat(peer.conduct().texts()).hasSize(4);
        peer.conduct().release();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isInstanceOf(Accepted.class));
        assertThat(peer.conduct().texts())
                .extracting(CmppText::text)
                .containsExactlyElementsOf(
                        IntStream.range(0, 12).mapToObj(i -> "text " + i).toList());
    }

    @Test
    void whoGetsNoPlaceInTheWindowInTimeIsThrottledAndNotSent() {
        restart(Map.of("window", 1, "submit-timeout", "300ms"));
        peer.conduct().hold();
        CompletableFuture<Submission> first = gateway.submitting("first");
        CompletableFuture<Submission> second = gateway.submitting("second");
        CompletableFuture<Submission> third = gateway.submitting("third");
        assertThat(first.join()).isEqualTo(new InDoubt(Reason.NO_ANSWER));
        // When the first one's time is over so is the others': one of them may just have got its place.
        assertThat(List.of(second.join(), third.join())).anySatisfy(answer -> assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.THROTTLED)));
        assertThat(peer.conduct().texts()).extracting(CmppText::text).doesNotContain("third");
    }

    @Test
    void testsAreAnsweredOnBothSides() {
        restart(Map.of("link.active-test", "50ms"));
        peer.test();
        eventually(() -> assertThat(peer.conduct().witness().testAnswers()).isPositive());
        eventually(() -> assertThat(peer.conduct().witness().tests()).isGreaterThan(5));
        assertThat(peer.connections()).isEqualTo(1);
    }

    @Test
    void aGoodbyeOfTheGatewayIsAnsweredAndTheConnectionComesBack() {
        gateway.connected();
        peer.terminate();
        await().atMost(PATIENCE).until(() -> gateway.submit("x") instanceof Accepted);
        assertThat(peer.connections()).isEqualTo(1);
    }

    @Test
    void stoppingSaysGoodbye() {
        gateway.connected();
        gateway.close();
        eventually(() -> assertThat(peer.conduct().witness().goodbyes()).isEqualTo(1));
        eventually(() -> assertThat(peer.connections()).isZero());
    }
}
