package io.tidemark.deliver.smpp;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.Message;
import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Receipt;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.Accepted;
import io.tidemark.deliver.Submission.InDoubt;
import io.tidemark.deliver.Submission.Refused;
import io.tidemark.detect.Severity;
import io.tidemark.local.sms.Answer;
import io.tidemark.local.sms.Receipting;
import io.tidemark.local.sms.SmppPeer;
import io.tidemark.local.sms.Sms;
import io.tidemark.local.sms.Submitted;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionFactory;
import org.jsmpp.SMPPConstant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Against jSMPP's server, which behaves as told. */
class SmppGatewayIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String MOBILE = "+8613800000001";
    private static final String LONG_TEXT = "客户张*资产跌破门槛😀，请尽快联系🧧。".repeat(12) + "完";

    private final Kept kept = new Kept();
    private final List<Disposable> running = new ArrayList<>();
    private final List<SmppGateway> gateways = new ArrayList<>();
    private SmppPeer peer;

    @BeforeEach
    void listen() throws IOException {
        peer = SmppPeer.listening();
    }

    @AfterEach
    void close() throws Exception {
        running.forEach(Disposable::dispose);
        gateways.forEach(SmppGateway::close);
        soon().until(() -> peer.bound() == 0);
        peer.close();
    }

    @Test
    void aLongTextArrivesAsItWasWrittenBehindTheSignature() {
        SmppGateway gateway = bound(settings().signature("岸边银行"));

        Submission answer = submit(gateway, LONG_TEXT);

        assertThat(peer.messages()).containsExactly(new Sms("8613800000001", "【岸边银行】" + LONG_TEXT, 4));
        assertThat(answer).isEqualTo(new Accepted(ids(peer.segments())));
        assertThat(peer.segments()).extracting(Submitted::dataCoding).containsOnly(8);
        assertThat(peer.segments()).extracting(Submitted::from).containsOnly("10690001");
    }

    @Test
    void aShortEnglishTextGoesAloneInTheGsmAlphabet() {
        SmppGateway gateway = bound(settings());

        submit(gateway, "Client Z*: below the line [A7K2] €");

        assertThat(peer.messages()).containsExactly(new Sms("8613800000001", "Client Z*: below the line [A7K2] €", 1));
        assertThat(peer.segments()).extracting(Submitted::dataCoding).containsExactly(0);
        assertThat(peer.segments().get(0).validity()).matches("00000000(09|10)\\d{2}000R");
    }

    @ParameterizedTest
    @CsvSource({
        "0x58,THROTTLED", "0x14,THROTTLED", "0x0b,BAD_ADDRESS", "0x0e,NOT_ALLOWED", "0x0a,NOT_ALLOWED",
        "0x08,GATEWAY_FAULT", "0x64,GATEWAY_FAULT", "0x66,CONTENT_REFUSED", "0x01,CONTENT_REFUSED", "0x0400,OTHER"
    })
    void eachRefusalHasItsReason(String status, Reason reason) {
        SmppGateway gateway = bound(settings());
        peer.answers(segment -> new Answer.Refuse(Integer.decode(status)));

        assertThat(submit(gateway, LONG_TEXT))
                .isEqualTo(new Refused(reason, reason == Reason.THROTTLED ? Duration.ofMillis(50) : null));
        assertThat(peer.segments()).hasSize(1);
        assertThat(peer.messages()).isEmpty();
    }

    @Test
    void aMessageThrottledInItsMiddleIsTakenUpAgain() {
        SmppGateway gateway = bound(settings());
        AtomicInteger throttled = new AtomicInteger();
        peer.answers(segment -> segment.number() == 2 && throttled.getAndIncrement() < 2
                ? new Answer.Refuse(SMPPConstant.STAT_ESME_RTHROTTLED)
                : new Answer.Accept());

        assertThat(submit(gateway, LONG_TEXT)).isInstanceOfSatisfying(Accepted.class, taken -> assertThat(taken.parts())
                .hasSize(4));
        assertThat(peer.messages()).extracting(Sms::text).containsExactly(LONG_TEXT);
    }

    @Test
    void aMessageThatIsRefusedInItsMiddleIsRefused() {
        SmppGateway gateway = bound(settings());
        peer.answers(segment ->
                segment.number() == 3 ? new Answer.Refuse(SMPPConstant.STAT_ESME_RMSGQFUL) : new Answer.Accept());

        assertThat(submit(gateway, LONG_TEXT)).isEqualTo(new Refused(Reason.THROTTLED, Duration.ofMillis(50)));
        assertThat(peer.segments()).extracting(Submitted::number).containsExactly(1, 2, 3, 3, 3, 3);
        assertThat(peer.messages()).isEmpty();
    }

    @Test
    void withoutABindingItRefusesAtOnce() {
        assertThat(submit(gateway(settings()), "x")).isEqualTo(Refused.because(Reason.UNREACHABLE));
        assertThat(peer.segments()).isEmpty();
    }

    @Test
    void aWrongPasswordIsSaidToBeOneUntilItIsRight() {
        peer.letsIn(request -> SMPPConstant.STAT_ESME_RINVPASWD);
        SmppGateway gateway = started(gateway(settings()));

        soon().until(() -> submit(gateway, "x").equals(Refused.because(Reason.NOT_ALLOWED)));

        peer.letsIn(request -> request.getPassword().equals("passw0rd") ? 0 : SMPPConstant.STAT_ESME_RINVPASWD);
        soon().until(() -> submit(gateway, "y") instanceof Accepted);
    }

    @Test
    void whoHasNoMobileOrIsTooLateIsNotSentTo() {
        SmppGateway gateway = bound(settings());

        assertThat(answer(gateway, message(null, "x", Instant.now().plusSeconds(60))))
                .isEqualTo(Refused.because(Reason.NO_ADDRESS));
        assertThat(answer(gateway, message(MOBILE, "x", Instant.now().minusSeconds(1))))
                .isEqualTo(Refused.because(Reason.TOO_LATE));
        assertThat(answer(
                        gateway,
                        message("+86138000000010000000001", "x", Instant.now().plusSeconds(60))))
                .isEqualTo(Refused.because(Reason.BAD_ADDRESS));
        assertThat(peer.segments()).isEmpty();
    }

    @Test
    void aConnectionThatDropsBeforeTheAnswerLeavesDoubtAndComesBack() {
        SmppGateway gateway = bound(settings());
        peer.answers(segment -> new Answer.Drop());

        assertThat(submit(gateway, "lost answer")).isEqualTo(new InDoubt(Reason.NO_ANSWER));
        assertThat(peer.messages()).extracting(Sms::text).containsExactly("lost answer");

        peer.answers(segment -> new Answer.Accept());
        soon().until(() -> submit(gateway, "next") instanceof Accepted);
        assertThat(peer.binds()).isGreaterThan(1);
    }

    @Test
    void anAnswerThatIsLateLeavesDoubt() {
        SmppGateway gateway = bound(settings().submitTimeout(Duration.ofMillis(500)));
        CompletableFuture<Void> gate = new CompletableFuture<>();
        peer.answers(segment -> new Answer.Late(gate));

        assertThat(submit(gateway, "x")).isEqualTo(new InDoubt(Reason.NO_ANSWER));

        gate.complete(null);
        soon().until(() -> submit(gateway, "y") instanceof Accepted);
    }

    @Test
    void whatFindsNoPlaceInTheWindowInTimeIsRefusedAndNeverSent() {
        SmppGateway gateway = bound(settings().window(1).submitTimeout(Duration.ofMillis(500)));
        CompletableFuture<Void> gate = new CompletableFuture<>();
        peer.answers(segment -> new Answer.Late(gate));

        List<Submission> answers = Flux.range(0, 20)
                .flatMap(each -> gateway.submit(message("no " + each)), 20)
                .collectList()
                .block(LONG);

        gate.complete(null);
        assertThat(answers).contains(new InDoubt(Reason.NO_ANSWER), Refused.because(Reason.THROTTLED));
        assertThat(peer.segments()).hasSize((int)
                answers.stream().filter(InDoubt.class::isInstance).count());
    }

    @Test
    void thePeerThatUnbindsIsBoundToAgain() {
        SmppGateway gateway = bound(settings());

        peer.unbindAll();

        soon().until(() -> peer.binds() == 2);
        soon().until(() -> submit(gateway, "x") instanceof Accepted);
    }

    @Test
    void aProviderThatWasAwayIsBoundToWhenItReturns() throws Exception {
        SmppGateway gateway = bound(settings());
        int port = peer.port();
        peer.close();
        soon().until(() -> submit(gateway, "x").equals(Refused.because(Reason.UNREACHABLE)));

        peer = SmppPeer.listening(port, sms -> {});

        soon().until(() -> submit(gateway, "y") instanceof Accepted);
    }

    @Test
    void aLineThatHasGoneDeadIsFoundOutAndLeft() throws Exception {
        try (Relay relay = new Relay(peer.port())) {
            SmppGateway gateway = bound(SettingsOf.peer(relay.port())
                    .submitTimeout(Duration.ofSeconds(1))
                    .enquireLink(Duration.ofMillis(500)));
            relay.goDead();

            assertThat(submit(gateway, "x")).isEqualTo(new InDoubt(Reason.NO_ANSWER));
            assertThat(peer.segments()).isEmpty();

            soon().until(() -> submit(gateway, "y") instanceof Accepted);
            stop();
        }
        peer.dropAll();
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVRD,DELIVERED,",
        "UNDELIV,FAILED,UNDELIVERABLE",
        "REJECTD,FAILED,UNDELIVERABLE",
        "DELETED,FAILED,UNDELIVERABLE",
        "EXPIRED,EXPIRED,",
        "ACCEPTD,UNKNOWN,",
        "UNKNOWN,UNKNOWN,",
        "ENROUTE,UNKNOWN,"
    })
    void aReceiptSaysWhatBecameOfThePart(String said, Receipt.State state, @Nullable Reason failure) {
        SmppGateway gateway = bound(settings());
        peer.sendsReceipts(Receipting.AFTER_ANSWER);
        peer.reports(said);
        Instant before = Instant.now().truncatedTo(ChronoUnit.MINUTES);

        Accepted accepted = (Accepted) submit(gateway, "x");

        soon().until(() -> kept.all().size() == 1);
        Receipt receipt = kept.all().get(0);
        assertThat(receipt)
                .isEqualTo(new Receipt(
                        "carrier-a",
                        accepted.parts().get(0),
                        state,
                        failure,
                        MOBILE,
                        receipt.submittedAt(),
                        receipt.receivedAt()));
        assertThat(receipt.submittedAt()).isBetween(before, Instant.now());
    }

    @Test
    void receiptsComeInWhateverOrderAndNumberTheProviderSendsThem() {
        SmppGateway gateway = bound(settings());

        peer.sendsReceipts(Receipting.LAST_SEGMENT_FIRST);
        Accepted reversed = (Accepted) submit(gateway, LONG_TEXT);
        soon().until(() -> kept.all().size() == 4);
        assertThat(keptIds()).isEqualTo(backwards(reversed.parts()));

        kept.all().clear();
        peer.sendsReceipts(Receipting.TWICE);
        Accepted twice = (Accepted) submit(gateway, "x");
        soon().until(() -> kept.all().size() == 2);
        assertThat(keptIds()).containsOnly(twice.parts().get(0));
    }

    @Test
    void aReceiptBeforeTheAnswerIsKept() {
        SmppGateway gateway = bound(settings());
        peer.sendsReceipts(Receipting.BEFORE_ANSWER);
        CompletableFuture<Void> gate = new CompletableFuture<>();
        peer.answers(segment -> new Answer.Late(gate));

        CompletableFuture<Submission> answer = gateway.submit(message("x")).toFuture();

        soon().until(() -> kept.all().size() == 1);
        assertThat(answer).isNotDone();
        gate.complete(null);
        assertThat(answer).succeedsWithin(LONG).isEqualTo(new Accepted(keptIds()));
    }

    @Test
    void aReceiptThatWaitedForABindingComes() {
        SmppGateway gateway = bound(settings());
        submit(gateway, "x");
        stop();
        soon().until(() -> peer.bound() == 0);

        peer.sendReceipt(peer.segments().get(0));
        started(gateway);

        soon().until(() -> keptIds().equals(ids(peer.segments())));
    }

    @Test
    void aReceiptThatCouldNotBeKeptComesAgain() {
        SmppGateway gateway = bound(settings());
        AtomicInteger times = new AtomicInteger();
        kept.before(receipt ->
                times.incrementAndGet() < 3 ? Mono.error(new IllegalStateException("no database")) : Mono.empty());
        peer.sendsReceipts(Receipting.AFTER_ANSWER);

        submit(gateway, "x");

        soon().until(() -> keptIds().equals(ids(peer.segments())));
        assertThat(times).hasValue(3);
    }

    @Test
    void receiptsThatTakeLongDoNotHoldUpAnswers() {
        SmppGateway gateway = bound(settings());
        CompletableFuture<Void> gate = new CompletableFuture<>();
        kept.before(receipt -> Mono.fromFuture(gate, true));
        peer.sendsReceipts(Receipting.AFTER_ANSWER);

        List<Submission> answers = submitAll(gateway, 100);

        assertThat(answers).hasOnlyElementsOfType(Accepted.class);
        gate.complete(null);
        soon().until(() -> Set.copyOf(keptIds()).size() == 100);
    }

    @Test
    void idsInHexadecimalAreFoundAgainInReceipts() {
        SmppGateway gateway = bound(settings().ids(MessageIds.HEX_TO_DECIMAL));
        peer.writesIds(id -> String.format("%016X", Long.parseLong(id)));
        peer.sendsReceipts(Receipting.AFTER_ANSWER);

        Submission answer = submit(gateway, "x");

        soon().until(() -> kept.all().size() == 1);
        assertThat(answer).isEqualTo(new Accepted(keptIds()));
    }

    @Test
    void whatAPersonWritesIsTakenAndIsNoReceipt() {
        SmppGateway gateway = bound(settings());
        peer.sendMessage("8613800000001", "id:1 stat:DELIVRD");
        peer.sendsReceipts(Receipting.AFTER_ANSWER);

        submit(gateway, "x");

        soon().until(() -> !kept.all().isEmpty());
        assertThat(keptIds()).isEqualTo(ids(peer.segments()));
    }

    @Test
    void theWindowIsNeverExceeded() {
        SmppGateway gateway = bound(settings().window(3));
        CompletableFuture<Void> gate = new CompletableFuture<>();
        peer.answers(segment -> new Answer.Late(gate));

        CompletableFuture<List<Submission>> answers = Flux.range(0, 50)
                .flatMap(each -> gateway.submit(message("no " + each)), 50)
                .collectList()
                .toFuture();

        soon().until(() -> peer.segments().size() == 3);
        gate.complete(null);
        assertThat(answers)
                .succeedsWithin(LONG)
                .satisfies(all -> assertThat(all).hasSize(50).hasOnlyElementsOfType(Accepted.class));
        assertThat(peer.mostAtATime()).isEqualTo(3);
    }

    @Test
    void aThousandMessagesGoThroughAWindowOfTen() {
        SmppGateway gateway = bound(settings());
        peer.sendsReceipts(Receipting.AFTER_ANSWER);

        List<Submission> answers = submitAll(gateway, 1_000);

        assertThat(answers).hasSize(1_000).hasOnlyElementsOfType(Accepted.class);
        assertThat(peer.messages())
                .extracting(Sms::text)
                .doesNotHaveDuplicates()
                .hasSize(1_000);
        assertThat(peer.mostAtATime()).isLessThanOrEqualTo(10);
        soon().until(() -> Set.copyOf(keptIds()).equals(Set.copyOf(ids(peer.segments()))));
    }

    @Test
    void submittingDoesNotBlockAndAnswersOnNoThreadOfTheProtocol() {
        SmppGateway gateway = bound(settings());

        String thread = Mono.defer(() -> gateway.submit(message("x")))
                .subscribeOn(Schedulers.parallel())
                .map(answer -> Thread.currentThread().getName())
                .block(LONG);

        assertThat(thread).startsWith("parallel-");
    }

    @Test
    void stoppingUnbindsAndClosingEndsAllThreads() throws Exception {
        SmppGateway gateway = bound(settings());
        submit(gateway, "x");

        stop();
        soon().until(() -> peer.bound() == 0);
        gateway.close();
        peer.close();

        soon().until(() -> threads().isEmpty());
        assertThat(submit(gateway, "y")).isEqualTo(Refused.because(Reason.UNREACHABLE));
    }

    /** Those of the gateway by their name, those of jSMPP by what they run. */
    private static Set<String> threads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("smpp-")
                        || List.of(thread.getValue()).stream()
                                .anyMatch(frame -> frame.getClassName().startsWith("org.jsmpp.")))
                .map(thread -> thread.getKey().getName())
                .collect(Collectors.toSet());
    }

    private SettingsOf settings() {
        return SettingsOf.peer(peer.port());
    }

    private SmppGateway gateway(SettingsOf settings) {
        SmppGateway gateway = new SmppGateway(settings.settings(), Clock.systemUTC());
        gateways.add(gateway);
        return gateway;
    }

    private SmppGateway started(SmppGateway gateway) {
        Disposable.Swap run = Disposables.swap();
        running.add(run);
        run.update(gateway.run(kept).subscribe());
        return gateway;
    }

    private SmppGateway bound(SettingsOf settings) {
        SmppGateway gateway = started(gateway(settings));
        soon().until(gateway::isBound);
        return gateway;
    }

    private void stop() {
        running.forEach(Disposable::dispose);
        running.clear();
    }

    private static Submission submit(SmppGateway gateway, String text) {
        return answer(gateway, message(text));
    }

    private static Submission answer(SmppGateway gateway, Message message) {
        return gateway.submit(message).block(LONG);
    }

    private static List<Submission> submitAll(SmppGateway gateway, int number) {
        return Flux.range(0, number)
                .flatMap(each -> gateway.submit(message("no " + each)), 64)
                .collectList()
                .block(LONG);
    }

    private static Message message(String text) {
        return message(MOBILE, text, Instant.now().plusSeconds(600));
    }

    private static Message message(@Nullable String mobile, String text, Instant expiresAt) {
        return new Message(
                UUID.randomUUID(),
                new Message.Recipient(new ManagerId("M-1"), null, mobile, Locale.SIMPLIFIED_CHINESE),
                "A7K2",
                Severity.HIGH,
                text,
                1,
                expiresAt);
    }

    private static List<String> ids(List<Submitted> segments) {
        return segments.stream().map(Submitted::id).toList();
    }

    private List<String> keptIds() {
        return kept.all().stream().map(Receipt::part).toList();
    }

    private static List<String> backwards(List<String> ids) {
        List<String> reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        return reversed;
    }

    private static ConditionFactory soon() {
        return await().atMost(60, SECONDS).pollInterval(Duration.ofMillis(20));
    }
}
