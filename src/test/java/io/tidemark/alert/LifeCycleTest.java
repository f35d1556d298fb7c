package io.tidemark.alert;

import static io.tidemark.alert.AlertStatus.ACKNOWLEDGED;
import static io.tidemark.alert.AlertStatus.CONTACTED;
import static io.tidemark.alert.AlertStatus.OPEN;
import static io.tidemark.alert.AlertStatus.RESOLVED;
import static io.tidemark.alert.Living.in;
import static io.tidemark.alert.Living.who;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people do about an alert. */
class LifeCycleTest {
    private final Living alert = new Living();

    @Test
    void whoeverAcknowledgesHasTakenItOnAndNobodyIsWaitedFor() {
        alert.told().acknowledged("M-17");
        assertThat(alert.status()).isEqualTo(ACKNOWLEDGED);
        assertThat(alert.life().acknowledgedBy()).isEqualTo(who("M-17"));
        assertThat(alert.life().answerBy()).isNull();
        assertThat(alert.life().promise()).isNull();
    }

    @Test
    void whoeverAcknowledgesBeforeAnybodyWasToldNeedNotBeTold() {
        assertThat(alert.acknowledged("M-17").life().told()).isTrue();
    }

    @Test
    void aPromiseIsKeptWithIt() {
        assertThat(alert.promised("M-17", 30).life().promise()).isEqualTo(new Promise(who("M-17"), in(30)));
    }

    @Test
    void aPromiseForAPastTimeIsRefused() {
        assertThat(alert.promised("M-17", 0).refusal()).contains("time that has passed");
        assertThat(alert.status()).isEqualTo(OPEN);
    }

    @Test
    void aSecondPersonIsToldWhoAcknowledgedFirst() {
        assertThat(alert.acknowledged("M-17").acknowledged("S-1").refusal())
                .startsWith("M-17 has acknowledged it already");
    }

    @Test
    void theSamePersonMayPromiseAnotherTime() {
        alert.promised("M-17", 30).promised("M-17", 60);
        assertThat(alert.life().promise()).isEqualTo(new Promise(who("M-17"), in(60)));
        assertThat(alert.life().version()).isEqualTo(3);
    }

    @Test
    void acknowledgingAgainWithoutAPromiseChangesNothing() {
        alert.promised("M-17", 30).acknowledged("M-17");
        assertThat(alert.refusal()).startsWith("You have acknowledged it already");
        assertThat(alert.life().promise()).isNotNull();
    }

    @Test
    void contactKeepsThePromise() {
        alert.promised("M-17", 30).contacted("M-17");
        assertThat(alert.status()).isEqualTo(CONTACTED);
        assertThat(alert.life().promise()).isNull();
        assertThat(alert.lapsed(31).refusal()).isEqualTo("No promise has lapsed.");
    }

    @Test
    void contactWithoutAcknowledgingCountsAsBoth() {
        alert.told().contacted("M-17");
        assertThat(alert.status()).isEqualTo(CONTACTED);
        assertThat(alert.life().acknowledgedBy()).isEqualTo(who("M-17"));
        assertThat(alert.life().answerBy()).isNull();
    }

    @Test
    void contactByAnotherLeavesWhoAcknowledged() {
        alert.acknowledged("M-17").contacted("M-18").contacted("M-18");
        assertThat(alert.refusal()).isNull();
        assertThat(alert.life().acknowledgedBy()).isEqualTo(who("M-17"));
    }

    @Test
    void afterContactThereIsNothingToAcknowledge() {
        assertThat(alert.contacted("M-17").acknowledged("M-17").refusal()).startsWith("The client was contacted");
    }

    @ParameterizedTest
    @EnumSource(
            value = AlertStatus.class,
            names = {"OPEN", "ACKNOWLEDGED", "CONTACTED"})
    void itCanBeEndedAtAnyTime(AlertStatus from) {
        Living ended = at(from).resolved(Outcome.LOST);
        assertThat(ended.status()).isEqualTo(RESOLVED);
        assertThat(ended.life().outcome()).isEqualTo(Outcome.LOST);
        assertThat(ended.life().promise()).isNull();
        assertThat(ended.life().answerBy()).isNull();
    }

    @Test
    void whatIsEndedStaysAsItIsUntilItIsReopened() {
        alert.resolved(Outcome.RETAINED);
        int version = alert.life().version();
        assertThat(alert.acknowledged("M-17").refusal()).contains("reopen it first");
        assertThat(alert.contacted("M-17").refusal()).contains("reopen it first");
        assertThat(alert.resolved(Outcome.LOST).refusal())
                .isEqualTo("It is resolved already, as RETAINED; reopen it first.");
        assertThat(alert.reassigned("M-18").refusal()).contains("reopen it");
        assertThat(alert.handedOver("M-18").refusal()).isNotNull();
        assertThat(alert.told().refusal()).isNotNull();
        assertThat(alert.escalated(1).refusal()).isNotNull();
        assertThat(alert.recovered().refusal()).isNotNull();
        assertThat(alert.life().version()).isEqualTo(version);
    }

    @ParameterizedTest
    @EnumSource(
            value = AlertStatus.class,
            names = {"ACKNOWLEDGED", "CONTACTED", "RESOLVED"})
    void reopeningBeginsAnew(AlertStatus from) {
        Life life = at(from).reopened().life();
        assertThat(life.status()).isEqualTo(OPEN);
        assertThat(life.level()).isZero();
        assertThat(life.told()).isFalse();
        assertThat(life.acknowledgedBy()).isNull();
        assertThat(life.promise()).isNull();
        assertThat(life.outcome()).isNull();
    }

    @Test
    void anOpenOneIsNotReopened() {
        assertThat(alert.reopened().refusal()).startsWith("It is open already");
    }

    @Test
    void whoeverItIsGivenToMustHearOfItAndAnswer() {
        alert.told().escalated(1).promised("M-17", 30).reassigned("M-18");
        assertThat(alert.has()).isEqualTo("M-18");
        assertThat(alert.status()).isEqualTo(OPEN);
        assertThat(alert.life().told()).isFalse();
        assertThat(alert.life().level()).isZero();
        assertThat(alert.life().promise()).isNull();
        assertThat(alert.life().responsible()).isEqualTo(who("M-17"));
    }

    @Test
    void whoeverTookItOnAndIsGivenItHasAnsweredAlready() {
        alert.told().promised("S-1", 30).reassigned("S-1");
        assertThat(alert.has()).isEqualTo("S-1");
        assertThat(alert.status()).isEqualTo(ACKNOWLEDGED);
        assertThat(alert.life().promise()).isNotNull();
        assertThat(alert.life().told()).isTrue();
    }

    @Test
    void itIsNotGivenToWhoeverHasIt() {
        assertThat(alert.reassigned("M-17").refusal()).isEqualTo("M-17 has it already.");
    }

    @Test
    void eachChangeIsANewVersion() {
        alert.told().acknowledged("M-17").contacted("M-17").resolved(Outcome.RETAINED);
        assertThat(alert.life().version()).isEqualTo(5);
    }

    private static Living at(AlertStatus status) {
        Living living = new Living().told();
        return switch (status) {
            case OPEN -> living;
            case ACKNOWLEDGED -> living.escalated(2).promised("M-17", 30);
            case CONTACTED -> living.contacted("M-17");
            case RESOLVED -> living.resolved(Outcome.RETAINED);
        };
    }
}
