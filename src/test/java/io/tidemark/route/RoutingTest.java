package io.tidemark.route;

import static io.tidemark.route.People.manager;
import static io.tidemark.route.People.supervisor;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.alert.Change;
import io.tidemark.detect.Severity;
import org.junit.jupiter.api.Test;

/** Who hears of an alert by day, and who if nobody answers. */
class RoutingTest {
    private final MemoryRoster roster = new MemoryRoster()
            .with(manager("M-17", "SZ-01"), manager("M-18", "SZ-01"), manager("M-19", "SZ-02"))
            .with(supervisor("S-1", "SZ-01"), supervisor("S-2", "SZ-01"), supervisor("S-9", "SZ"))
            .branch("SZ-01", "SZ");
    private final Desk desk = new Desk(roster, Severity.HIGH);

    @Test
    void theManagerHearsAtOnceAndBySmsAMinuteLater() {
        assertThat(desk.looks("24T10:00").notices())
                .containsExactly(
                        "M-17 MANAGER PUSH Tue 10:00:00",
                        "M-17 MANAGER CHAT Tue 10:00:00",
                        "M-17 MANAGER SMS Tue 10:01:00");
        assertThat(desk.changes()).containsExactly("Told");
        assertThat(desk.plan().alert().life().step()).isEqualTo(1);
    }

    @Test
    void lookingAgainFindsNothingMoreToDo() {
        desk.looks("24T10:00").looks("24T10:00");
        assertThat(desk.changes()).isEmpty();
        assertThat(desk.notices()).isEmpty();
        assertThat(desk.plan().replaces()).isFalse();
        assertThat(desk.looksAgain()).isEqualTo("Tue 10:15:00");
    }

    @Test
    void eachSeverityHasItsTimeToAnswer() {
        assertThat(new Desk(roster, Severity.CRITICAL).looks("24T10:00").answerBy())
                .isEqualTo("Tue 10:05:00");
        assertThat(new Desk(roster, Severity.HIGH).looks("24T10:00").answerBy()).isEqualTo("Tue 10:15:00");
        assertThat(new Desk(roster, Severity.MEDIUM).looks("24T10:00").answerBy())
                .isEqualTo("Tue 14:00:00");
    }

    @Test
    void nobodyIsWaitedForWithWhatIsLow() {
        Desk low = new Desk(roster, Severity.LOW).looks("24T10:00");
        assertThat(low.notices()).containsExactly("M-17 MANAGER PUSH Tue 10:00:00");
        assertThat(low.looksAgain()).isEqualTo("never");
    }

    @Test
    void whatIsForInformationIsOnTheFeedAlone() {
        Desk info = new Desk(roster, Severity.INFO).looks("24T10:00");
        assertThat(info.notices()).isEmpty();
        assertThat(info.changes()).containsExactly("Told");
        assertThat(info.plan().nobody()).isFalse();
    }

    @Test
    void ifNobodyAnswersTheSupervisorsHearOfItByAllChannelsAtOnce() {
        desk.looks("24T10:00").looksWhenPlanned();
        assertThat(desk.changes()).containsExactly("Escalated", "Told");
        assertThat(desk.notices())
                .containsExactly(
                        "S-1 SUPERVISOR PUSH Tue 10:15:00",
                        "S-1 SUPERVISOR CHAT Tue 10:15:00",
                        "S-1 SUPERVISOR SMS Tue 10:15:00",
                        "S-2 SUPERVISOR PUSH Tue 10:15:00",
                        "S-2 SUPERVISOR CHAT Tue 10:15:00",
                        "S-2 SUPERVISOR SMS Tue 10:15:00");
        assertThat(desk.answerBy()).isEqualTo("Tue 10:30:00");
    }

    @Test
    void thoseBelowShouldStillHearOfItWhenItGoesUp() {
        assertThat(desk.looks("24T10:00").looksWhenPlanned().plan().replaces()).isFalse();
    }

    @Test
    void afterAsLongAgainTheNextLevelUpHearsOfItAndThenNobodyIsLeft() {
        desk.looks("24T10:00").looksWhenPlanned().looksWhenPlanned();
        assertThat(desk.told()).containsExactly("S-9 SUPERVISOR");
        desk.looksWhenPlanned();
        assertThat(desk.notices()).isEmpty();
        assertThat(desk.answerBy()).isEqualTo("never");
        assertThat(desk.looksAgain()).isEqualTo("never");
        assertThat(desk.plan().nobody()).isFalse();
    }

    @Test
    void aLevelWithoutAnybodyIsSkipped() {
        Desk skipping = new Desk(
                new MemoryRoster()
                        .with(manager("M-17", "SZ-01"), supervisor("S-9", "GD"))
                        .branch("SZ-01", "SZ")
                        .branch("SZ", "GD"),
                Severity.HIGH);
        assertThat(skipping.looks("24T10:00").looksWhenPlanned().told()).containsExactly("S-9 SUPERVISOR");
        assertThat(skipping.alert().life().level()).isEqualTo(3);
    }

    @Test
    void aHierarchyThatBitesItsTailEnds() {
        roster.branch("SZ", "SZ-01");
        desk.looks("24T10:00").looksWhenPlanned().looksWhenPlanned().looksWhenPlanned();
        assertThat(desk.looksAgain()).isEqualTo("never");
    }

    @Test
    void aSupervisorWhoHasTheAlertIsNotAskedTwice() {
        roster.with(supervisor("M-17", "SZ-01"));
        assertThat(desk.looks("24T10:00").looksWhenPlanned().told())
                .containsExactly("S-1 SUPERVISOR", "S-2 SUPERVISOR");
    }

    @Test
    void aClientWithoutAManagerGoesToTheSupervisorsAtOnce() {
        desk.nobodyHasTheClient().looks("24T10:00");
        assertThat(desk.told()).containsExactly("S-1 SUPERVISOR", "S-2 SUPERVISOR");
        assertThat(desk.changes()).containsExactly("Escalated", "Told");
        assertThat(desk.answerBy()).isEqualTo("Tue 10:15:00");
    }

    @Test
    void aManagerOfWhomTheBankHasNotToldIsNobody() {
        assertThat(desk.assignedTo("M-99", null).looks("24T10:00").told())
                .containsExactly("S-1 SUPERVISOR", "S-2 SUPERVISOR");
    }

    @Test
    void ifTheRosterKnowsNobodyThePlanSaysSoAndTheNextLookTriesAgain() {
        MemoryRoster empty = new MemoryRoster();
        Desk alone = new Desk(empty, Severity.CRITICAL).looks("24T10:00");
        assertThat(alone.plan().nobody()).isTrue();
        assertThat(alone.changes()).isEmpty();
        assertThat(alone.looksAgain()).isEqualTo("never");
        empty.with(manager("M-17", "SZ-01"));
        assertThat(alone.looks("24T10:01").told()).containsExactly("M-17 MANAGER");
        assertThat(alone.plan().nobody()).isFalse();
    }

    @Test
    void whatIsAcknowledgedIsLeftAloneUntilThePromiseLapses() {
        desk.looks("24T10:00").acknowledges("M-17", "24T10:02", "24T11:00").looks("24T10:02");
        assertThat(desk.changes()).isEmpty();
        assertThat(desk.looksAgain()).isEqualTo("Tue 11:00:00");
        desk.looksWhenPlanned();
        assertThat(desk.changes()).containsExactly("PromiseLapsed", "Told");
        assertThat(desk.told()).containsExactly("S-1 SUPERVISOR", "S-2 SUPERVISOR");
        assertThat(desk.answerBy()).isEqualTo("Tue 11:15:00");
    }

    @Test
    void aLapsedPromiseGoesBackToTheManagerIfThereIsNobodyAbove() {
        Desk small = new Desk(new MemoryRoster().with(manager("M-17", "SZ-01")), Severity.HIGH);
        small.looks("24T10:00").acknowledges("M-17", "24T10:02", "24T11:00").looksWhenPlanned();
        small.looks("24T11:00");
        assertThat(small.alert().life().told()).isTrue();
        assertThat(small.alert().life().step()).isEqualTo(2);
    }

    @Test
    void aWorseningGoesToTheSupervisorsWithoutHeadStarts() {
        desk.looks("24T10:00").acknowledges("M-17", "24T10:02", null).worsens("24T12:00");
        assertThat(desk.looks("24T12:00").notices()).contains("S-1 SUPERVISOR SMS Tue 12:00:00");
    }

    @Test
    void whatIsResolvedIsLeftAlone() {
        desk.looks("24T10:00")
                .happens(
                        new Change.Recovered(Desk.time("24T10:01"), desk.alert().id()));
        desk.assignedTo("M-18", null).looks("24T10:30");
        assertThat(desk.changes()).isEmpty();
        assertThat(desk.looksAgain()).isEqualTo("never");
        assertThat(desk.plan().nobody()).isFalse();
    }

    @Test
    void theSuccessorHearsOfWhatIsOpenAndIsWaitedForAnew() {
        desk.looks("24T10:00").assignedTo("M-18", null).looks("24T10:10");
        assertThat(desk.changes()).containsExactly("HandedOver", "Told");
        assertThat(desk.told()).containsExactly("M-18 MANAGER");
        assertThat(desk.plan().replaces()).isTrue();
        assertThat(desk.answerBy()).isEqualTo("Tue 10:25:00");
    }

    @Test
    void theSuccessorHearsOfWhatWasPromisedAndIsNotWaitedFor() {
        desk.looks("24T10:00").acknowledges("M-17", "24T10:02", "24T11:00");
        desk.assignedTo("M-18", null).looks("24T10:10");
        assertThat(desk.told()).containsExactly("M-18 MANAGER");
        assertThat(desk.answerBy()).isEqualTo("never");
        assertThat(desk.looksAgain()).isEqualTo("Tue 11:00:00");
    }

    @Test
    void aPromiseThatLapsesAsTheClientChangesHandsGoesToTheSuccessor() {
        desk.looks("24T10:00").acknowledges("M-17", "24T10:02", "24T11:00");
        desk.assignedTo("M-18", null).looks("24T11:00");
        assertThat(desk.changes()).containsExactly("PromiseLapsed", "HandedOver", "Told");
        assertThat(desk.told()).containsExactly("M-18 MANAGER");
        assertThat(desk.answerBy()).isEqualTo("Tue 11:15:00");
    }

    @Test
    void aClientTakenFromItsManagerWithoutASuccessorGoesToTheSupervisors() {
        desk.looks("24T10:00").assignedTo(null, null).looks("24T10:10");
        assertThat(desk.changes()).containsExactly("HandedOver", "Escalated", "Told");
        assertThat(desk.plan().replaces()).isTrue();
    }

    @Test
    void itLooksAgainWhenTheAssignmentIsKnownToChange() {
        desk.assignedTo("M-17", "24T10:08").looks("24T10:00");
        assertThat(desk.looksAgain()).isEqualTo("Tue 10:08:00");
    }

    @Test
    void anAssignmentThatHasChangedSinceIsNotLookedAtForever() {
        desk.assignedTo("M-17", "24T09:00").looks("24T10:00");
        assertThat(desk.looksAgain()).isEqualTo("Tue 10:15:00");
    }

    @Test
    void whoeverItIsGivenToHearsInsteadOfWhoeverHadIt() {
        desk.looks("24T10:00").reassigns("M-19", "24T10:05").looks("24T10:05");
        assertThat(desk.told()).containsExactly("M-19 MANAGER");
        assertThat(desk.plan().replaces()).isTrue();
        assertThat(desk.answerBy()).isEqualTo("Tue 10:20:00");
    }

    @Test
    void whatWasGivenByHandToAThirdPersonStaysThereWhenTheClientChangesHands() {
        desk.looks("24T10:00").reassigns("M-19", "24T10:05").looks("24T10:05");
        desk.assignedTo("M-18", null).looks("24T10:06");
        assertThat(desk.changes()).containsExactly("HandedOver");
        assertThat(desk.notices()).isEmpty();
        assertThat(desk.plan().replaces()).isFalse();
    }

    @Test
    void aPersonsOwnChoicesHold() {
        roster.with(manager("M-17", "SZ-01")
                .wants(Severity.HIGH, Channel.SMS, 0)
                .wants(Severity.HIGH, Channel.PUSH, 90)
                .wants(Severity.HIGH, Channel.SMS, 30));
        assertThat(desk.looks("24T10:00").notices())
                .containsExactly("M-17 MANAGER SMS Tue 10:00:00", "M-17 MANAGER PUSH Tue 10:01:30");
    }

    @Test
    void whoeverHasChosenToHearNothingIsStillWaitedFor() {
        roster.with(manager("M-17", "SZ-01").wantsNothing(Severity.HIGH));
        desk.looks("24T10:00");
        assertThat(desk.notices()).isEmpty();
        assertThat(desk.plan().nobody()).isFalse();
        assertThat(desk.answerBy()).isEqualTo("Tue 10:15:00");
    }

    @Test
    void theClockBeginsWithTheFirstNotice() {
        roster.with(manager("M-17", "SZ-01").wants(Severity.HIGH, Channel.SMS, 120));
        assertThat(desk.looks("24T10:00").answerBy()).isEqualTo("Tue 10:17:00");
    }
}
