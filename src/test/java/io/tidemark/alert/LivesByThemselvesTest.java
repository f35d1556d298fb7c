package io.tidemark.alert;

import static io.tidemark.alert.AlertStatus.ACKNOWLEDGED;
import static io.tidemark.alert.AlertStatus.OPEN;
import static io.tidemark.alert.AlertStatus.RESOLVED;
import static io.tidemark.alert.Living.in;
import static io.tidemark.alert.Living.who;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What time, movements and assignments do to an alert. */
class LivesByThemselvesTest {
    private final Living alert = new Living();

    @Test
    void eachTellingHasItsOwnNumber() {
        assertThat(alert.told().escalated(1).told().life().step()).isEqualTo(2);
        assertThat(alert.life().told()).isTrue();
        assertThat(alert.life().answerBy()).isEqualTo(in(15));
    }

    @Test
    void aHigherLevelMustBeTold() {
        alert.told().escalated(2);
        assertThat(alert.life().level()).isEqualTo(2);
        assertThat(alert.life().told()).isFalse();
        assertThat(alert.life().answerBy()).isNull();
    }

    @Test
    void itOnlyGoesUp() {
        assertThat(alert.escalated(2).escalated(2).refusal()).isEqualTo("It is at level 2 already.");
        assertThat(alert.escalated(1).refusal()).isNotNull();
    }

    @Test
    void theSuccessorHasItAndMustHearOfItWhateverWasPromisedStands() {
        alert.told().promised("M-17", 30).handedOver("M-18");
        assertThat(alert.has()).isEqualTo("M-18");
        assertThat(alert.life().responsible()).isEqualTo(who("M-18"));
        assertThat(alert.status()).isEqualTo(ACKNOWLEDGED);
        assertThat(alert.life().promise()).isEqualTo(new Promise(who("M-17"), in(30)));
        assertThat(alert.life().told()).isFalse();
        assertThat(alert.life().level()).isZero();
    }

    @Test
    void theSuccessorMayTakeOnWhatThePredecessorAcknowledged() {
        alert.told().promised("M-17", 30).handedOver("M-18").acknowledged("M-18");
        assertThat(alert.life().acknowledgedBy()).isEqualTo(who("M-18"));
        assertThat(alert.life().promise()).isEqualTo(new Promise(who("M-17"), in(30)));
        assertThat(alert.promised("M-18", 45).life().promise()).isEqualTo(new Promise(who("M-18"), in(45)));
    }

    @Test
    void whatASupervisorAcknowledgedStaysTheSupervisors() {
        alert.told().acknowledged("S-1").handedOver("M-18");
        assertThat(alert.life().acknowledgedBy()).isEqualTo(who("S-1"));
    }

    @Test
    void whatWasGivenToAThirdPersonStaysWithThem() {
        alert.reassigned("M-19").told().handedOver("M-18");
        assertThat(alert.has()).isEqualTo("M-19");
        assertThat(alert.life().responsible()).isEqualTo(who("M-18"));
        assertThat(alert.life().told()).isTrue();
    }

    @Test
    void whatTheOneWhoLostTheClientWasGivenGoesToTheSuccessor() {
        alert.reassigned("M-19").after(new Change.HandedOver(Living.NOW, who("M-19"), who("M-18")));
        assertThat(alert.has()).isEqualTo("M-18");
    }

    @Test
    void aClientWhomNobodyHasAnyMoreLeavesTheAlertToNobody() {
        alert.told().handedOver(null);
        assertThat(alert.has()).isNull();
        assertThat(alert.life().told()).isFalse();
    }

    @Test
    void aHandOverToWhoeverIsResponsibleChangesNothing() {
        assertThat(alert.handedOver("M-17").refusal()).isNotNull();
    }

    @Test
    void aLapsedPromiseReopensAndEscalates() {
        alert.told().promised("M-17", 30).lapsed(30);
        assertThat(alert.status()).isEqualTo(OPEN);
        assertThat(alert.life().level()).isEqualTo(1);
        assertThat(alert.life().promise()).isNull();
        assertThat(alert.life().acknowledgedBy()).isNull();
        assertThat(alert.life().told()).isFalse();
    }

    @Test
    void aPromiseDoesNotLapseBeforeItsTime() {
        assertThat(alert.promised("M-17", 30).lapsed(29).refusal()).isEqualTo("No promise has lapsed.");
    }

    @Test
    void aWorseningTakesUpAgainWhatWasTakenOn() {
        alert.told().promised("M-17", 30).worsened();
        assertThat(alert.status()).isEqualTo(OPEN);
        assertThat(alert.life().level()).isEqualTo(1);
        assertThat(alert.life().told()).isFalse();
    }

    @Test
    void aWorseningStaysAtTheLevelItHasReached() {
        assertThat(alert.escalated(2).acknowledged("S-1").worsened().life().level())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"RETAINED", "PARTLY_RETAINED"})
    void aWorseningTakesUpAgainWhatWasKept(Outcome outcome) {
        alert.resolved(outcome).worsened();
        assertThat(alert.status()).isEqualTo(OPEN);
        assertThat(alert.life().outcome()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"LOST", "FALSE_ALARM", "RECOVERED"})
    void aWorseningLeavesTheRest(Outcome outcome) {
        assertThat(alert.resolved(outcome).worsened().refusal()).isEqualTo("It ended as " + outcome + ".");
    }

    @Test
    void aWorseningOfWhatIsOpenChangesNothing() {
        assertThat(alert.told().worsened().refusal()).isEqualTo("It is open still.");
    }

    @Test
    void aRecoveryEndsIt() {
        alert.told().promised("M-17", 30).recovered();
        assertThat(alert.status()).isEqualTo(RESOLVED);
        assertThat(alert.life().outcome()).isEqualTo(Outcome.RECOVERED);
    }
}
