package io.tidemark.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertStatus;
import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Severity;
import io.tidemark.route.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class DispatcherTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Counter counter = Counter.inMemory();
    private final Desk desk = counter.desk;
    private final FakeGateway first = new FakeGateway("first", Channel.SMS);
    private final FakeGateway second = new FakeGateway("second", Channel.SMS);
    private final FakeGateway push = new FakeGateway("push", Channel.PUSH);
    private final Dispatcher dispatcher = counter.dispatcher(first, second, push);

    @Test
    void whatIsPlannedReachesItsPersonByTheFirstGateway() {
        long delivery = counter.plan("M-1", Severity.HIGH);

        Counter.drain(dispatcher);

        assertThat(desk.standing(delivery)).isEqualTo("ACCEPTED");
        assertThat(first.brought).hasSize(1);
        assertThat(first.brought.get(0).to().mobile()).isEqualTo(Counter.PHONE + "-1");
        assertThat(second.brought).isEmpty();
    }

    @Test
    void whatIsDueForOnePersonTogetherIsOneDigest() {
        counter.plan("M-1", Severity.HIGH);
        counter.plan("M-1", Severity.CRITICAL);
        counter.plan("M-2", Severity.HIGH);

        Counter.drain(dispatcher);

        assertThat(first.brought).extracting(Message::alerts).containsExactlyInAnyOrder(2, 1);
        assertThat(first.brought.get(0).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(first.brought.get(0).text()).startsWith("2条预警待处理");
    }

    @Test
    void whatOneGatewayRefusesGoesToTheNextAtOnce() {
        first.refuses(Reason.CONTENT_REFUSED);
        long delivery = counter.plan("M-1", Severity.HIGH);

        Counter.drain(dispatcher);

        assertThat(second.brought).hasSize(1);
        assertThat(second.brought.get(0).id()).isEqualTo(first.brought.get(0).id());
        assertThat(desk.standing(delivery)).isEqualTo("ACCEPTED");
    }

    @Test
    void whatAllRefuseWaitsLongerEachTime() {
        first.refuses(Reason.CONTENT_REFUSED);
        second.refuses(Reason.CONTENT_REFUSED);
        long delivery = counter.plan("M-1", Severity.HIGH);

        Counter.drain(dispatcher);
        assertThat(desk.standing(delivery)).isEqualTo("PLANNED");
        counter.advance(Duration.ofSeconds(5));
        Counter.drain(dispatcher);
        counter.advance(Duration.ofSeconds(5));
        Counter.drain(dispatcher);
        assertThat(first.brought).hasSize(2);

        first.takes();
        counter.advance(Duration.ofMinutes(5));
        Counter.drain(dispatcher);
        assertThat(desk.standing(delivery)).isEqualTo("ACCEPTED");
    }

    @Test
    void whatNobodyTakesInTimeIsGivenUp() {
        first.refuses(Reason.CONTENT_REFUSED);
        second.refuses(Reason.CONTENT_REFUSED);
        long delivery = counter.plan("M-1", Severity.LOW);
        for (int minute = 0; minute <= 12 * 60; minute += 5) {
            Counter.drain(dispatcher);
            tidy();
            counter.advance(MINUTE.multipliedBy(5));
        }
        assertThat(desk.standing(delivery)).isEqualTo("EXPIRED TOO_LATE");
    }

    @Test
    void aWrongNumberIsNotTriedAnywhereElse() {
        first.refuses(Reason.BAD_ADDRESS);
        long delivery = counter.plan("M-1", Severity.HIGH);

        Counter.drain(dispatcher);

        assertThat(second.brought).isEmpty();
        assertThat(desk.standing(delivery)).isEqualTo("FAILED BAD_ADDRESS");
    }

    @Test
    void whoHasNoPhoneOrIsNotKnownHasNoAddress() {
        long noPhone = counter.plan("M-X", Severity.HIGH);
        long stranger = counter.plan("Z-1", Severity.HIGH);

        Counter.drain(dispatcher);

        assertThat(desk.standing(noPhone)).isEqualTo("FAILED NO_ADDRESS");
        assertThat(desk.standing(stranger)).isEqualTo("FAILED NO_ADDRESS");
        assertThat(first.brought).isEmpty();
    }

    @Test
    void aThrottledGatewayIsLeftAloneForAsLongAsItSaysAndIsNotThoughtIll() {
        first.answers(message -> Mono.just(new Submission.Refused(Reason.THROTTLED, Duration.ofSeconds(30))));
        for (int i = 0; i < 10; i++) {
            counter.plan("M-" + i, Severity.HIGH);
        }
        Counter.drain(dispatcher);
        assertThat(first.brought).hasSize(1);
        assertThat(second.brought).hasSize(10);

        first.takes();
        counter.advance(Duration.ofSeconds(30));
        counter.plan("M-20", Severity.HIGH);
        Counter.drain(dispatcher);
        assertThat(first.brought).hasSize(2);
    }

    @Test
    void whatIsThrottledEverywhereIsSentWhenTheFirstTakesMore() {
        first.answers(message -> Mono.just(new Submission.Refused(Reason.THROTTLED, Duration.ofSeconds(30))));
        second.answers(message -> Mono.just(new Submission.Refused(Reason.THROTTLED, Duration.ofSeconds(60))));
        long delivery = counter.plan("M-1", Severity.HIGH);
        Counter.drain(dispatcher);
        assertThat(desk.standing(delivery)).isEqualTo("PLANNED");

        first.takes();
        counter.advance(Duration.ofSeconds(30));
        Counter.drain(dispatcher);
        assertThat(desk.standing(delivery)).isEqualTo("ACCEPTED");
    }

    @Test
    void aGatewayGetsNoMoreInASecondThanItTakes() {
        counter.perSecond = 3;
        Dispatcher slow = counter.dispatcher(first);
        for (int i = 0; i < 10; i++) {
            counter.plan("M-" + i, Severity.HIGH);
        }
        List<Integer> perSecond = new ArrayList<>();
        for (int second = 0; second < 4; second++) {
            int before = first.brought.size();
            Counter.drain(slow);
            perSecond.add(first.brought.size() - before);
            counter.advance(Duration.ofSeconds(1));
        }
        assertThat(perSecond).containsExactly(3, 3, 3, 1);
    }

    @Test
    void whatGetsNoAnswerIsHeldAndThenSentOnceMoreThroughAnother() {
        first.answers(message -> Mono.never());
        long delivery = counter.plan("M-1", Severity.HIGH);
        Mono<Boolean> turn = dispatcher.turn();
        Disposable running = turn.subscribe();
        counter.advance(Duration.ofSeconds(10));
        assertThat(running.isDisposed()).isTrue();
        assertThat(desk.standing(delivery)).isEqualTo("UNKNOWN NO_ANSWER");
        Counter.drain(dispatcher);
        assertThat(second.brought).isEmpty();

        counter.advance(MINUTE);
        Counter.drain(dispatcher);
        assertThat(first.brought).hasSize(1);
        assertThat(second.brought).hasSize(1);
        assertThat(desk.standing(delivery)).isEqualTo("ACCEPTED");
    }

    @Test
    void whatIsInDoubtTwiceIsNotSentAgain() {
        first.answers(message -> Mono.just(new Submission.InDoubt(Reason.NO_ANSWER)));
        second.answers(message -> Mono.just(new Submission.InDoubt(Reason.NO_ANSWER)));
        long delivery = counter.plan("M-1", Severity.HIGH);
        for (int minute = 0; minute < 60; minute++) {
            Counter.drain(dispatcher);
            tidy();
            counter.advance(MINUTE);
        }
        assertThat(first.brought).hasSize(1);
        assertThat(second.brought).hasSize(1);
        assertThat(desk.standing(delivery)).isEqualTo("UNKNOWN NO_ANSWER");
    }

    @Test
    void aGatewayWithABugLeavesItsMessageInDoubt() {
        first.answers(message -> Mono.error(new IllegalStateException("a bug")));
        long delivery = counter.plan("M-1", Severity.HIGH);

        Counter.drain(dispatcher);

        assertThat(desk.standing(delivery)).isEqualTo("UNKNOWN OTHER");
    }

    @Test
    void aDeadGatewayIsSoonNotEvenAsked() {
        first.refuses(Reason.UNREACHABLE);
        for (int i = 0; i < 30; i++) {
            counter.plan("M-" + i, Severity.HIGH);
        }
        Counter.drain(dispatcher);

        assertThat(first.brought).hasSize(5);
        assertThat(second.brought).hasSize(30);
    }

    @Test
    void whatAGatewayRefusesForItsContentSaysNothingOfTheGateway() {
        first.refuses(Reason.CONTENT_REFUSED);
        for (int i = 0; i < 30; i++) {
            counter.plan("M-" + i, Severity.HIGH);
        }
        Counter.drain(dispatcher);

        assertThat(first.brought).hasSize(30);
    }

    @Test
    void whatPilesUpWhileAllAreDeadArrivesAsOneDigestEach() {
        first.refuses(Reason.UNREACHABLE);
        second.refuses(Reason.UNREACHABLE);
        int alerts = 0;
        for (int second = 0; second < 600; second += 3) {
            counter.plan("M-" + alerts++ % 20, Severity.HIGH);
            Counter.drain(dispatcher);
            tidy();
            counter.advance(Duration.ofSeconds(3));
        }
        int tried = first.brought.size();
        first.takes();
        for (int second = 0; second < 60; second++) {
            Counter.drain(dispatcher);
            counter.advance(Duration.ofSeconds(1));
        }

        List<Message> taken = first.brought.subList(tried, first.brought.size());
        assertThat(desk.standings()).hasSize(200).containsOnly("ACCEPTED");
        assertThat(taken).hasSize(20);
        assertThat(taken.stream().mapToInt(Message::alerts).sum()).isEqualTo(200);
        assertThat(tried).isLessThan(60);
    }

    @Test
    void aPhoneThatRangOftenEnoughGetsTheRestAsOneDigest() {
        for (int i = 0; i < 12; i++) {
            counter.plan("M-1", Severity.HIGH);
            Counter.drain(dispatcher);
            counter.advance(Duration.ofSeconds(10));
        }
        assertThat(first.brought).hasSize(5);

        counter.advance(Duration.ofMinutes(10));
        Counter.drain(dispatcher);
        assertThat(first.brought).hasSize(6);
        assertThat(first.brought.get(5).alerts()).isEqualTo(7);
        assertThat(desk.standings()).containsOnly("ACCEPTED");
    }

    @Test
    void whatIsCriticalRingsTwiceAsOften() {
        for (int i = 0; i < 12; i++) {
            counter.plan("M-1", Severity.CRITICAL);
            Counter.drain(dispatcher);
        }
        assertThat(first.brought).hasSize(10);
    }

    @Test
    void pushIsNotCapped() {
        for (int i = 0; i < 12; i++) {
            counter.plan("M-1", Channel.PUSH, Severity.LOW);
            Counter.drain(dispatcher);
        }
        assertThat(push.brought).hasSize(12);
    }

    @Test
    void whoLooksAtTheFeedGetsWhatIsNotUrgentLater() {
        counter.present.add(new ManagerId("M-1"));
        long low = counter.plan("M-1", Severity.LOW);
        long elsewhere = counter.plan("M-2", Severity.LOW);
        Counter.drain(dispatcher);
        assertThat(desk.standing(low)).isEqualTo("PLANNED");
        assertThat(desk.standing(elsewhere)).isEqualTo("ACCEPTED");

        counter.advance(Duration.ofMinutes(10));
        Counter.drain(dispatcher);
        assertThat(desk.standing(low)).isEqualTo("ACCEPTED");
    }

    @Test
    void whatIsUrgentIsNotKeptFromWhoLooksAtTheFeed() {
        counter.present.add(new ManagerId("M-1"));
        long high = counter.plan("M-1", Severity.HIGH);

        Counter.drain(dispatcher);

        assertThat(desk.standing(high)).isEqualTo("ACCEPTED");
    }

    @Test
    void whatIsAnsweredBeforeItIsHandedOverIsNotSent() {
        Alert alert = Counter.alert();
        long delivery = desk.plan(alert, new ManagerId("M-1"), Channel.SMS, Severity.HIGH, counter.clock.instant());
        Dispatcher late = counter.dispatcher(
                Interposed.before("begin", desk.ledger(), () -> desk.answer(alert.id(), AlertStatus.ACKNOWLEDGED)),
                first);

        Counter.drain(late);

        assertThat(first.brought).isEmpty();
        assertThat(desk.standing(delivery)).isEqualTo("EXPIRED ACKNOWLEDGED");
    }

    @Test
    void aDigestSpeaksOnlyOfWhatIsNotAnswered() {
        Alert alert = Counter.alert();
        desk.plan(alert, new ManagerId("M-1"), Channel.SMS, Severity.CRITICAL, counter.clock.instant());
        long left = counter.plan("M-1", Severity.LOW);
        AtomicBoolean answered = new AtomicBoolean();
        Dispatcher late = counter.dispatcher(
                Interposed.before("begin", desk.ledger(), () -> {
                    if (answered.compareAndSet(false, true)) {
                        desk.answer(alert.id(), AlertStatus.ACKNOWLEDGED);
                    }
                }),
                first);

        Counter.drain(late);

        assertThat(first.brought).hasSize(1);
        assertThat(first.brought.get(0).alerts()).isEqualTo(1);
        assertThat(first.brought.get(0).severity()).isEqualTo(Severity.LOW);
        assertThat(desk.standing(left)).isEqualTo("ACCEPTED");
    }

    @Test
    void whatIsAnsweredWhileAGatewayHasItIsNotTriedAtAnother() {
        Alert alert = Counter.alert();
        long delivery = desk.plan(alert, new ManagerId("M-1"), Channel.SMS, Severity.HIGH, counter.clock.instant());
        first.answers(message -> {
            desk.answer(alert.id(), AlertStatus.ACKNOWLEDGED);
            return Mono.just(Submission.Refused.because(Reason.UNREACHABLE));
        });

        Counter.drain(dispatcher);

        assertThat(second.brought).isEmpty();
        assertThat(desk.standing(delivery)).isEqualTo("EXPIRED ACKNOWLEDGED");
    }

    @Test
    void whatHasNoGatewayFailsAsUnreachable() {
        long delivery = counter.plan("M-1", Channel.CHAT, Severity.HIGH);
        Counter.drain(dispatcher);
        tidy();

        assertThat(desk.standing(delivery)).isEqualTo("FAILED UNREACHABLE");
    }

    @Test
    void aGatewayThatNeverAnswersHoldsUpNoOtherChannel() {
        first.answers(message -> Mono.never());
        second.answers(message -> Mono.never());
        for (int i = 0; i < 50; i++) {
            counter.plan("M-" + i, Channel.SMS, Severity.CRITICAL);
            counter.plan("M-" + i, Channel.PUSH, Severity.LOW);
        }
        Disposable running = dispatcher.run(Mono.never()).subscribe();

        assertThat(push.brought).hasSize(50);
        assertThat(first.brought).hasSize(4);
        running.dispose();
    }

    @Test
    void whoeverRunsFindsWhatBecomesDueAndEndsWhatIsUnderWay() {
        Sinks.Empty<Void> stop = Sinks.empty();
        Sinks.One<Submission> answer = Sinks.one();
        AtomicBoolean ended = new AtomicBoolean();
        dispatcher.run(stop.asMono()).doOnTerminate(() -> ended.set(true)).subscribe();
        counter.plan("M-1", Severity.HIGH);
        counter.advance(Duration.ofSeconds(1));
        assertThat(first.brought).hasSize(1);

        first.answers(message -> answer.asMono());
        long last = counter.plan("M-2", Severity.HIGH);
        counter.advance(Duration.ofSeconds(1));
        stop.tryEmitEmpty();
        long tooLate = counter.plan("M-3", Severity.HIGH);
        counter.advance(Duration.ofSeconds(2));
        assertThat(ended).isFalse();

        answer.tryEmitValue(first.taken());
        assertThat(ended).isTrue();
        assertThat(desk.standing(last)).isEqualTo("ACCEPTED");
        assertThat(desk.standing(tooLate)).isEqualTo("PLANNED");
    }

    @Test
    void aGatewayThatStopsBeginsAgain() {
        AtomicInteger begun = new AtomicInteger();
        Gateway faltering = new Gateway() {
            @Override
            public String name() {
                return "faltering";
            }

            @Override
            public Channel channel() {
                return Channel.CHAT;
            }

            @Override
            public Mono<Submission> submit(Message message) {
                return Mono.empty();
            }

            @Override
            public Mono<Void> run(Receipts receipts) {
                begun.incrementAndGet();
                return Mono.error(new IllegalStateException("gone"));
            }
        };
        Disposable running = counter.dispatcher(faltering).run(Mono.never()).subscribe();
        counter.advance(Duration.ofMinutes(2));

        assertThat(begun).hasValueGreaterThan(3);
        running.dispose();
    }

    @Test
    void aLedgerThatFailsIsAskedAgain() {
        AtomicInteger failures = new AtomicInteger(3);
        Ledger failing = Interposed.before("claim", desk.ledger(), () -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("the database is away");
            }
        });
        long delivery = counter.plan("M-1", Severity.HIGH);
        Disposable running =
                counter.dispatcher(failing, first).run(Mono.never()).subscribe();
        for (int poll = 0; poll < 8; poll++) {
            counter.advance(Duration.ofMillis(500));
        }
        assertThat(desk.standing(delivery)).isEqualTo("ACCEPTED");
        running.dispose();
    }

    private void tidy() {
        dispatcher.tidy().block();
    }

    @Test
    void everyTextNamesItsReference() {
        counter.plan("M-1", Severity.HIGH);
        Counter.drain(dispatcher);
        Message message = first.brought.get(0);
        assertThat(message.text()).contains("/a/" + message.reference());
        assertThat(first.brought.stream().map(Message::id).collect(Collectors.toSet()))
                .hasSize(1);
    }
}
