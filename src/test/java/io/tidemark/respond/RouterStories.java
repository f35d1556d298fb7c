package io.tidemark.respond;

import static io.tidemark.respond.Raised.TEN;
import static io.tidemark.respond.Raised.high;
import static io.tidemark.respond.Raised.minute;
import static io.tidemark.route.People.manager;
import static io.tidemark.route.People.supervisor;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertStatus;
import io.tidemark.alert.Change;
import io.tidemark.alert.ContactWay;
import io.tidemark.alert.Outcome;
import io.tidemark.alert.TimelineEntry;
import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.route.Routing;
import io.tidemark.route.RoutingPolicy;
import io.tidemark.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What the router makes of alerts as time goes by, wherever they are kept. */
public abstract class RouterStories {
    protected static final Duration SOON = Duration.ofSeconds(60);
    protected static final ManagerId M17 = new ManagerId("M-17");

    protected final SettableClock clock = new SettableClock(TEN);

    /** Empty at the beginning of each test. */
    protected abstract CaseStore store();

    @BeforeEach
    void people() {
        store().knows(manager("M-17", "SZ-01"), manager("M-18", "SZ-01"), supervisor("S-1", "SZ-01"));
    }

    protected Router router() {
        Router.Settings settings = new Router.Settings(clock, 2, Duration.ofSeconds(1), Duration.ofHours(24));
        return new Router(
                store().cases(), store().rosters(), Flux::never, new Routing(RoutingPolicy.DEFAULT), settings);
    }

    /** At this minute after ten, everything that is due then has been looked at. */
    private void at(long minute) {
        at(minute(minute));
    }

    private void at(Instant instant) {
        clock.set(instant);
        Router router = router();
        Flux.defer(router::turn).repeat().takeWhile(any -> any).blockLast(SOON);
    }

    private Alert raised() {
        Alert alert = high(1);
        store().raise(alert);
        return alert;
    }

    private Alert now(Alert alert) {
        return store().current(alert.id());
    }

    private Answer answer(Alert alert, Change change) {
        Desk desk = new Desk(store().cases(), store().rosters());
        Wish wish = new Wish(alert.id(), change, null, null);
        return Objects.requireNonNull(
                desk.answer(wish, after -> after.status().name()).block(SOON));
    }

    private void acknowledges(Alert alert, @Nullable Instant promise) {
        Answer answer = answer(alert, new Change.Acknowledged(clock.instant(), M17, promise, null));
        assertThat(answer).isInstanceOf(Answer.Done.class);
    }

    private List<String> story(Alert alert) {
        Story story =
                Objects.requireNonNull(store().cases().story(alert.id(), 100).block(SOON));
        return story.entries().stream().map(RouterStories::told).toList();
    }

    private static String told(TimelineEntry entry) {
        long minute = Duration.between(TEN, entry.at()).toMinutes();
        return minute + " " + entry.kind() + (entry.person() == null ? "" : " " + entry.person());
    }

    @Test
    void whatIsRaisedIsRouted() {
        Alert alert = raised();
        at(0);
        assertThat(store().deliveries(alert.id()))
                .containsExactly("M-17 PUSH 1 PLANNED", "M-17 CHAT 1 PLANNED", "M-17 SMS 1 PLANNED");
        assertThat(store().lookAt(alert.id())).isEqualTo(minute(15));
        assertThat(story(alert)).containsExactly("0 ROUTED M-17");
    }

    @Test
    void whoeverIsToldIsOnTheTimelineWithTheChannelsAndTheReason() {
        Alert alert = raised();
        at(0);
        Story story =
                Objects.requireNonNull(store().cases().story(alert.id(), 9).block(SOON));
        assertThat(story.entries().get(0).details())
                .containsEntry("role", "MANAGER")
                .containsEntry("channels", "PUSH CHAT SMS")
                .containsEntry("level", "0")
                .containsEntry("step", "1")
                .containsEntry("answerBy", minute(15).toString());
    }

    @Test
    void ifNobodyAnswersItGoesUpAtTheMinute() {
        Alert alert = raised();
        at(0);
        clock.set(minute(15).minusMillis(1));
        assertThat(router().turn().block(SOON)).isFalse();
        at(15);
        assertThat(now(alert).life().level()).isEqualTo(1);
        assertThat(store().deliveries(alert.id())).contains("M-17 SMS 1 PLANNED", "S-1 SMS 2 PLANNED");
        assertThat(store().events(alert.id())).hasSize(2);
        assertThat(story(alert)).containsExactly("0 ROUTED M-17", "15 ESCALATED", "15 ROUTED S-1");
    }

    @Test
    void acknowledgingCancelsWhatIsPendingOnEveryChannel() {
        Alert alert = raised();
        at(0);
        clock.set(minute(1));
        acknowledges(alert, null);
        assertThat(store().deliveries(alert.id()))
                .containsExactly(
                        "M-17 PUSH 1 EXPIRED ACKNOWLEDGED",
                        "M-17 CHAT 1 EXPIRED ACKNOWLEDGED",
                        "M-17 SMS 1 EXPIRED ACKNOWLEDGED");
        at(15);
        assertThat(now(alert).life().level()).isZero();
        assertThat(store().lookAt(alert.id())).isNull();
        assertThat(store().deliveries(alert.id())).hasSize(3);
    }

    @Test
    void aPromiseThatLapsesReopensAndEscalates() {
        Alert alert = raised();
        at(0);
        acknowledges(alert, minute(60));
        at(1);
        assertThat(store().lookAt(alert.id())).isEqualTo(minute(60));
        at(60);
        assertThat(now(alert).status()).isEqualTo(AlertStatus.OPEN);
        assertThat(now(alert).life().level()).isEqualTo(1);
        assertThat(store().deliveries(alert.id())).contains("S-1 PUSH 2 PLANNED", "S-1 SMS 2 PLANNED");
        assertThat(story(alert))
                .containsExactly("0 ROUTED M-17", "0 ACKNOWLEDGED M-17", "60 PROMISE_LAPSED M-17", "60 ROUTED S-1");
    }

    @Test
    void aPromiseThatIsKeptIsForgotten() {
        Alert alert = raised();
        at(0);
        acknowledges(alert, minute(60));
        clock.set(minute(30));
        answer(alert, new Change.Contacted(minute(30), M17, ContactWay.PHONE, null));
        at(60);
        assertThat(now(alert).status()).isEqualTo(AlertStatus.CONTACTED);
        assertThat(store().lookAt(alert.id())).isNull();
    }

    @Test
    void whenTheClientIsAssignedToSomebodyElseWhatIsOpenGoesAlong() {
        Alert alert = raised();
        at(0);
        store().assign("C-1001", "M-18", minute(3), null);
        at(3);
        assertThat(now(alert).manager()).isEqualTo(new ManagerId("M-18"));
        assertThat(store().deliveries(alert.id())).contains("M-17 SMS 1 EXPIRED REASSIGNED", "M-18 PUSH 2 PLANNED");
        assertThat(story(alert)).containsExactly("0 ROUTED M-17", "3 HANDED_OVER M-18", "3 ROUTED M-18");
    }

    @Test
    void anAssignmentThatBeginsLaterIsWaitedFor() {
        store().assign("C-1001", "M-17", TEN.minusSeconds(1), minute(5));
        store().assign("C-1001", "M-18", minute(5), null);
        Alert alert = raised();
        at(0);
        assertThat(store().lookAt(alert.id())).isEqualTo(minute(5));
        at(5);
        assertThat(now(alert).manager()).isEqualTo(new ManagerId("M-18"));
    }

    @Test
    void aRecoveryResolvesByItselfWhatWasOnlyAboutTheBand() {
        Alert fall = Raised.ofEpisode(1, Rule.CRITICAL_BAND, Severity.HIGH, TEN);
        Alert back = Raised.ofEpisode(2, Rule.RECOVERED, Severity.INFO, minute(4));
        store().raise(fall);
        at(0);
        store().raise(back);
        at(4);
        assertThat(now(fall).life().outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(store().deliveries(fall.id())).allMatch(each -> each.endsWith("EXPIRED RESOLVED"));
        assertThat(story(fall)).containsExactly("0 ROUTED M-17", "4 RECOVERED");
        assertThat(store().lookAt(fall.id())).isNull();
    }

    @Test
    void whatIsForInformationMakesNoNoise() {
        Alert back = Raised.ofEpisode(2, Rule.RECOVERED, Severity.INFO, TEN);
        store().raise(back);
        at(0);
        assertThat(story(back)).isEmpty();
        assertThat(store().events(back.id())).hasSize(1);
        assertThat(store().lookAt(back.id())).isNull();
    }

    @Test
    void aWorseningTakesUpAgainWhatWasTakenOn() {
        Alert fall = Raised.ofEpisode(1, Rule.CRITICAL_BAND, Severity.HIGH, TEN);
        store().raise(fall);
        at(0);
        acknowledges(fall, null);
        at(1);
        store().raise(Raised.ofEpisode(2, Rule.BAND_WORSENED, Severity.MEDIUM, minute(9)));
        at(9);
        assertThat(now(fall).status()).isEqualTo(AlertStatus.OPEN);
        assertThat(now(fall).life().level()).isEqualTo(1);
        assertThat(store().deliveries(fall.id())).contains("S-1 PUSH 2 PLANNED");
    }

    @Test
    void aWorseningIsHeardOfOnceEvenIfItsOwnTellingWaits() {
        Alert fall = Raised.ofEpisode(1, Rule.CRITICAL_BAND, Severity.HIGH, TEN);
        store().raise(fall);
        at(0);
        acknowledges(fall, null);
        store().raise(Raised.ofEpisode(2, Rule.BAND_WORSENED, Severity.MEDIUM, minute(9)));
        at(9);
        acknowledges(fall, null);
        at(600);
        assertThat(now(fall).status()).isEqualTo(AlertStatus.ACKNOWLEDGED);
    }

    @Test
    void whatWaitsForTheMorningIsHeld() {
        Instant night = Instant.parse("2026-11-24T15:00:00Z");
        Alert alert = Raised.ofEpisode(1, Rule.CRITICAL_BAND, Severity.HIGH, night);
        store().raise(alert);
        at(night);
        Story story =
                Objects.requireNonNull(store().cases().story(alert.id(), 9).block(SOON));
        assertThat(story.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(TimelineEntry.Kind.HELD);
            assertThat(entry.details()).containsKey("until");
        });
    }

    @Test
    void whomTheBankTellsOfLaterHearsOfItStill() {
        Alert alert = Raised.unknown(1);
        store().raise(alert);
        at(0);
        assertThat(store().deliveries(alert.id())).isEmpty();
        assertThat(store().lookAt(alert.id())).isEqualTo(minute(1));
        at(1);
        at(2);
        assertThat(store().lookAt(alert.id())).isEqualTo(minute(4));
        store().knows(supervisor("S-9", "NN-99"));
        at(4);
        assertThat(store().deliveries(alert.id())).contains("S-9 PUSH 1 PLANNED");
    }

    @Test
    void anAlertThatCannotBeDecidedAboutHoldsUpNoOther() {
        Alert alert = raised();
        Router.Settings settings = new Router.Settings(clock, 1, Duration.ofSeconds(1), Duration.ofHours(24));
        Rosters broken = () -> store().rosters().current().map(BrokenRoster::new);
        Router router = new Router(store().cases(), broken, Flux::never, new Routing(RoutingPolicy.DEFAULT), settings);
        assertThat(router.turn().block(SOON)).isTrue();
        assertThat(router.turn().block(SOON)).isFalse();
        assertThat(store().lookAt(alert.id())).isEqualTo(minute(1));
        at(1);
        assertThat(now(alert).life().told()).isTrue();
    }

    @Test
    void severalAtOncePlanEverythingOnce() {
        for (int i = 0; i < 60; i++) {
            store().raise(high(i));
        }
        clock.set(minute(1));
        Flux.range(0, 4)
                .flatMap(i -> Flux.defer(router()::turn).repeat().takeWhile(any -> any), 4)
                .blockLast(SOON);
        for (int i = 0; i < 60; i++) {
            Alert alert = high(i);
            assertThat(store().deliveries(alert.id()))
                    .containsExactly("M-17 PUSH 1 PLANNED", "M-17 CHAT 1 PLANNED", "M-17 SMS 1 PLANNED");
            assertThat(now(alert).life().step()).isEqualTo(1);
        }
    }
}
