package io.tidemark.respond;

import static io.tidemark.respond.Raised.TEN;
import static io.tidemark.respond.Raised.high;
import static io.tidemark.respond.Raised.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertId;
import io.tidemark.alert.AlertStatus;
import io.tidemark.alert.Change;
import io.tidemark.alert.LifeCycle;
import io.tidemark.alert.LifeCycle.Result.Changed;
import io.tidemark.alert.TimelineEntry;
import io.tidemark.alert.TimelineEntry.Kind;
import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.route.Channel;
import io.tidemark.route.Notice;
import io.tidemark.route.Notice.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every {@link Cases} keeps to. */
public abstract class CasesContract {
    protected static final Duration SOON = Duration.ofSeconds(30);
    protected static final ManagerId M17 = new ManagerId("M-17");
    protected static final ManagerId M18 = new ManagerId("M-18");

    /** Empty at the beginning of each test. */
    protected abstract CaseStore store();

    private Cases cases() {
        return store().cases();
    }

    private Alert raised(long offset) {
        Alert alert = high(offset);
        store().raise(alert);
        return alert;
    }

    private static Alert after(Alert alert, Change change) {
        return ((Changed) LifeCycle.after(alert, change)).alert();
    }

    private static Notice notice(ManagerId who, Channel channel, Instant due) {
        return new Notice(who, Role.MANAGER, channel, due, false);
    }

    /** M-17 by push and text message. */
    private static Step told(Alert alert) {
        Change.Told change = new Change.Told(TEN, minute(15));
        return new Step(
                alert,
                after(alert, change),
                List.of(TimelineEntry.of(change, alert)),
                new Mail(List.of(notice(M17, Channel.PUSH, TEN), notice(M17, Channel.SMS, minute(1))), null),
                minute(15));
    }

    private static Step acknowledged(Alert alert, ManagerId by) {
        Change change = new Change.Acknowledged(minute(2), by, null, "on it");
        return new Step(
                alert,
                after(alert, change),
                List.of(TimelineEntry.of(change, alert)),
                Mail.noLonger(Unwanted.ACKNOWLEDGED),
                minute(2));
    }

    private static Cases.Decision acknowledges(ManagerId by) {
        return current -> {
            Step step = acknowledged(current, by);
            return new Ruling.Granted(step, new Reply(step.after().life().version(), "done by " + by));
        };
    }

    private @Nullable AlertId look(Instant now) {
        return cases().look(now, scene -> List.of(told(scene.alert()))).block(SOON);
    }

    private Answer change(Alert alert, @Nullable Once once, Cases.Decision decision) {
        return Objects.requireNonNull(cases().change(alert.id(), once, decision).block(SOON));
    }

    private List<Kind> kinds(Alert alert) {
        Story story = Objects.requireNonNull(cases().story(alert.id(), 100).block(SOON));
        return story.entries().stream().map(TimelineEntry::kind).toList();
    }

    @Test
    void onlyWhatIsDueIsLookedAtTheLongestWaitingFirst() {
        Alert second = Raised.ofEpisode(2, Rule.CRITICAL_BAND, Severity.HIGH, minute(1));
        store().raise(second);
        Alert first = raised(1);
        assertThat(look(TEN.minusMillis(1))).isNull();
        assertThat(look(minute(1))).isEqualTo(first.id());
        assertThat(look(minute(1))).isEqualTo(second.id());
        assertThat(look(minute(1))).isNull();
    }

    @Test
    void aLookIsKeptAsAWhole() {
        Alert alert = raised(1);
        look(TEN);
        assertThat(store().current(alert.id()).life().told()).isTrue();
        assertThat(store().lookAt(alert.id())).isEqualTo(minute(15));
        assertThat(store().deliveries(alert.id())).containsExactly("M-17 PUSH 1 PLANNED", "M-17 SMS 1 PLANNED");
        assertThat(kinds(alert)).containsExactly(Kind.ROUTED);
    }

    @Test
    void whatNobodySeesIsNoNewVersionAndNoEvent() {
        Alert alert = raised(1);
        look(TEN);
        assertThat(store().current(alert.id()).life().version()).isEqualTo(1);
        assertThat(store().events(alert.id())).containsExactly("ALERT OPEN 1");
    }

    @Test
    void aDecisionThatFailsChangesNothingAndNamesItsAlert() {
        Alert alert = raised(1);
        assertThatThrownBy(() -> cases().look(TEN, scene -> {
                            throw new IllegalStateException("no idea");
                        })
                        .block(SOON))
                .isInstanceOfSatisfying(
                        Undecided.class, failure -> assertThat(failure.alert()).isEqualTo(alert.id()));
        assertThat(store().lookAt(alert.id())).isEqualTo(TEN);
        cases().postpone(alert.id(), minute(1)).block(SOON);
        assertThat(look(TEN)).isNull();
        assertThat(look(minute(1))).isEqualTo(alert.id());
    }

    @Test
    void theOthersOfAnEpisodeAreShownOnce() {
        Alert older = Raised.ofEpisode(1, Rule.CRITICAL_BAND, Severity.HIGH, TEN);
        Alert fresh = Raised.ofEpisode(2, Rule.BAND_WORSENED, Severity.MEDIUM, minute(1));
        raised(3);
        store().raise(older);
        List<List<AlertId>> others = new ArrayList<>();
        look(TEN);
        look(TEN);
        store().raise(fresh);
        for (int i = 0; i < 2; i++) {
            cases().look(minute(1), scene -> {
                        others.add(scene.others().stream().map(Alert::id).toList());
                        return List.of(new Step(scene.alert(), scene.alert(), List.of(), Mail.AS_IT_IS, minute(1)));
                    })
                    .block(SOON);
        }
        assertThat(others).containsExactly(List.of(older.id()), List.of());
    }

    @Test
    void stepsOfOtherAlertsAreKeptInTheSameLook() {
        Alert older = Raised.ofEpisode(1, Rule.CRITICAL_BAND, Severity.HIGH, TEN);
        Alert fresh = Raised.ofEpisode(2, Rule.RECOVERED, Severity.INFO, minute(1));
        store().raise(older);
        look(TEN);
        store().raise(fresh);
        cases().look(minute(1), scene -> List.of(acknowledged(scene.others().get(0), M17), told(scene.alert())))
                .block(SOON);
        assertThat(store().current(older.id()).status()).isEqualTo(AlertStatus.ACKNOWLEDGED);
        assertThat(store().deliveries(older.id()))
                .containsExactly("M-17 PUSH 1 EXPIRED ACKNOWLEDGED", "M-17 SMS 1 EXPIRED ACKNOWLEDGED");
        assertThat(store().current(fresh.id()).life().told()).isTrue();
    }

    @Test
    void theSceneSaysWhoseTheClientIs() {
        raised(1);
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            cases().look(TEN, scene -> {
                        seen.add(scene.responsibility().manager() + " until "
                                + scene.responsibility().until());
                        return List.of(new Step(scene.alert(), scene.alert(), List.of(), Mail.AS_IT_IS, TEN));
                    })
                    .block(SOON);
            if (i == 0) {
                store().assign("C-1001", "M-17", TEN.minusSeconds(99), minute(9));
                store().assign("C-1001", "M-18", TEN.minusSeconds(9), minute(5));
            } else if (i == 1) {
                store().assign("C-1001", "M-19", minute(3), null);
            }
        }
        assertThat(seen).containsExactly("M-17 until null", "M-18 until " + minute(5), "M-18 until " + minute(3));
    }

    @Test
    void anAnswerIsKeptAsAWhole() {
        Alert alert = raised(1);
        look(TEN);
        assertThat(change(alert, null, acknowledges(M17))).isEqualTo(new Answer.Done(new Reply(2, "done by M-17")));
        assertThat(store().current(alert.id()).status()).isEqualTo(AlertStatus.ACKNOWLEDGED);
        assertThat(store().lookAt(alert.id())).isEqualTo(minute(2));
        assertThat(store().deliveries(alert.id()))
                .containsExactly("M-17 PUSH 1 EXPIRED ACKNOWLEDGED", "M-17 SMS 1 EXPIRED ACKNOWLEDGED");
        assertThat(store().events(alert.id())).containsExactly("ALERT OPEN 1", "UPDATE ACKNOWLEDGED 2");
        assertThat(kinds(alert)).containsExactly(Kind.ROUTED, Kind.ACKNOWLEDGED);
    }

    @Test
    void aRefusalChangesNothingAndShowsTheAlertAsItStands() {
        Alert alert = raised(1);
        Once once = new Once(M17, "k", "r", TEN);
        assertThat(change(alert, once, current -> new Ruling.Refused("No.")))
                .isEqualTo(new Answer.Refused(alert, "No."));
        assertThat(store().events(alert.id())).hasSize(1);
        assertThat(change(alert, once, acknowledges(M17))).isInstanceOf(Answer.Done.class);
    }

    @Test
    void thereMayBeNoSuchAlert() {
        Alert nobodys = high(99);
        assertThat(change(nobodys, null, acknowledges(M17))).isEqualTo(new Answer.Unknown());
        assertThat(cases().story(nobodys.id(), 9).block(SOON)).isNull();
        assertThat(cases().seen(nobodys.id(), M17, TEN).block(SOON)).isNull();
        assertThat(cases().newestWith(nobodys.id().shortCode()).block(SOON)).isNull();
    }

    @Test
    void whatIsSentAgainIsNotDoneAgain() {
        Alert alert = raised(1);
        Once once = new Once(M17, "k", "r", TEN);
        Answer first = change(alert, once, acknowledges(M17));
        assertThat(change(alert, once, current -> new Ruling.Refused("never asked")))
                .isEqualTo(first);
        assertThat(kinds(alert)).containsExactly(Kind.ACKNOWLEDGED);
    }

    @Test
    void aKeyIsForOneRequestOfOnePerson() {
        Alert alert = raised(1);
        Alert another = raised(2);
        change(alert, new Once(M17, "k", "r", TEN), acknowledges(M17));
        assertThat(change(alert, new Once(M17, "k", "other", TEN), acknowledges(M17)))
                .isEqualTo(new Answer.KeyTaken());
        assertThat(change(another, new Once(M18, "k", "other", TEN), acknowledges(M18)))
                .isInstanceOf(Answer.Done.class);
    }

    @Test
    void oldRepliesAreForgotten() {
        Alert alert = raised(1);
        Once once = new Once(M17, "k", "r", TEN);
        change(alert, once, acknowledges(M17));
        assertThat(cases().forget(TEN, 10).block(SOON)).isZero();
        assertThat(cases().forget(minute(1), 10).block(SOON)).isEqualTo(1);
        assertThat(change(alert, once, current -> new Ruling.Refused("asked again")))
                .isInstanceOf(Answer.Refused.class);
    }

    @Test
    void ofManyAtOnceExactlyOneIsDoneFirst() {
        Alert alert = raised(1);
        Cases.Decision ifOpen = current ->
                current.status() == AlertStatus.OPEN ? acknowledges(M17).on(current) : new Ruling.Refused("taken");
        List<Answer> answers = answers(Flux.range(0, 16).flatMap(i -> cases().change(alert.id(), null, ifOpen), 16));
        assertThat(answers).filteredOn(Answer.Done.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Answer.Refused.class::isInstance).hasSize(15);
        assertThat(store().events(alert.id())).hasSize(2);
    }

    @Test
    void ofManyAtOnceWithTheSameKeyOneActsAndAllHearTheSame() {
        Alert alert = raised(1);
        Once once = new Once(M17, "k", "r", TEN);
        List<Answer> answers =
                answers(Flux.range(0, 16).flatMap(i -> cases().change(alert.id(), once, acknowledges(M17)), 16));
        assertThat(answers).hasSize(16).containsOnly(new Answer.Done(new Reply(2, "done by M-17")));
        assertThat(kinds(alert)).containsExactly(Kind.ACKNOWLEDGED);
    }

    private static List<Answer> answers(Flux<Answer> at) {
        return Objects.requireNonNull(at.collectList().block(SOON));
    }

    @Test
    void whoeverHasSeenItNeedsNoTextMessage() {
        Alert alert = raised(1);
        look(TEN);
        cases().seen(alert.id(), M18, minute(1)).block(SOON);
        assertThat(store().deliveries(alert.id())).containsExactly("M-17 PUSH 1 PLANNED", "M-17 SMS 1 PLANNED");
        Mono<Alert> seen = cases().seen(alert.id(), M17, minute(1));
        assertThat(Objects.requireNonNull(seen.block(SOON)).life().version()).isEqualTo(1);
        seen.block(SOON);
        assertThat(store().deliveries(alert.id())).containsExactly("M-17 PUSH 1 PLANNED", "M-17 SMS 1 EXPIRED SEEN");
        assertThat(kinds(alert)).containsExactly(Kind.ROUTED, Kind.SEEN, Kind.SEEN);
        assertThat(store().events(alert.id())).hasSize(1);
    }

    @Test
    void theNewestOfTheStoryIsTold() {
        Alert alert = raised(1);
        look(TEN);
        change(alert, null, acknowledges(M17));
        Story story = Objects.requireNonNull(cases().story(alert.id(), 1).block(SOON));
        assertThat(story.alert().status()).isEqualTo(AlertStatus.ACKNOWLEDGED);
        assertThat(story.entries())
                .containsExactly(new TimelineEntry(minute(2), Kind.ACKNOWLEDGED, M17, Map.of("note", "on it")));
    }

    @Test
    void anAlertIsFoundByItsCode() {
        Alert alert = raised(1);
        assertThat(cases().newestWith(alert.id().shortCode()).block(SOON)).isEqualTo(alert.id());
    }
}
