package io.tidemark.route;

import static io.tidemark.route.People.manager;
import static io.tidemark.route.People.supervisor;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Severity;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who stands in. */
class AbsentPeopleTest {
    private static final String MONDAY = "2026-11-23T00:00:00Z";
    private static final String WEDNESDAY = "2026-11-25T00:00:00Z";
    private static final String FRIDAY = "2026-11-27T00:00:00Z";

    private final MemoryRoster roster = new MemoryRoster()
            .with(manager("M-17", "SZ-01"), manager("M-18", "SZ-01"), manager("M-19", "SZ-01"))
            .with(supervisor("S-1", "SZ-01"), supervisor("S-2", "SZ-01"));
    private final Desk desk = new Desk(roster, Severity.HIGH);

    @Test
    void theDelegateHearsInsteadOfWhoeverIsAbsent() {
        roster.absent("M-17", MONDAY, FRIDAY, "M-18");
        assertThat(desk.looks("24T10:00").told()).containsExactly("M-18 DELEGATE");
        assertThat(desk.alert().manager()).isEqualTo(new ManagerId("M-17"));
    }

    @Test
    void theDelegateOfTheDelegateToo() {
        roster.absent("M-17", MONDAY, FRIDAY, "M-18").absent("M-18", MONDAY, WEDNESDAY, "M-19");
        assertThat(desk.looks("24T10:00").told()).containsExactly("M-19 DELEGATE");
    }

    @Test
    void anAbsenceIsOverWhenItEnds() {
        roster.absent("M-17", MONDAY, "2026-11-24T02:00:00Z", "M-18");
        assertThat(desk.looks("24T10:00").told()).containsExactly("M-17 MANAGER");
    }

    @Test
    void ofTwoAbsencesTheLaterBegunOneNamesWhoIsAskedFirst() {
        roster.absent("M-17", MONDAY, FRIDAY, "M-18").absent("M-17", "2026-11-24T00:00:00Z", WEDNESDAY, "M-19");
        assertThat(desk.looks("24T10:00").told()).containsExactly("M-19 DELEGATE");
        roster.absent("M-19", MONDAY, FRIDAY, "M-17");
        assertThat(new Desk(roster, Severity.HIGH).looks("24T10:00").told()).containsExactly("M-18 DELEGATE");
    }

    @Test
    void ifNobodyStandsInTheSupervisorsHearAtOnce() {
        roster.absent("M-17", MONDAY, FRIDAY, "M-99");
        assertThat(desk.looks("24T10:00").told()).containsExactly("S-1 SUPERVISOR", "S-2 SUPERVISOR");
    }

    @Test
    void absencesThatBiteTheirTailLeadToTheSupervisors() {
        roster.absent("M-17", MONDAY, FRIDAY, "M-18").absent("M-18", MONDAY, FRIDAY, "M-17");
        assertThat(desk.looks("24T10:00").told()).containsExactly("S-1 SUPERVISOR", "S-2 SUPERVISOR");
    }

    @Test
    void supervisorsHaveDelegatesToo() {
        roster.absent("S-1", MONDAY, FRIDAY, "M-19");
        assertThat(desk.looks("24T10:00").looksWhenPlanned().told()).containsExactly("M-19 DELEGATE", "S-2 SUPERVISOR");
    }

    @Test
    void whoeverStandsInForSeveralIsToldOnce() {
        roster.absent("S-1", MONDAY, FRIDAY, "S-2");
        assertThat(desk.looks("24T10:00").looksWhenPlanned().plan().notices()).hasSize(3);
    }

    @Test
    void whoeverHasNotAnsweredIsNotAskedAgainForTheirSupervisor() {
        roster.absent("S-1", MONDAY, FRIDAY, "M-17").absent("S-2", MONDAY, FRIDAY, "M-17");
        assertThat(desk.looks("24T10:00").looksWhenPlanned().notices()).isEmpty();
        assertThat(desk.looksAgain()).isEqualTo("never");
    }

    @Test
    void whoeverWillBeAbsentWhenTheyWouldHearOfItIsAbsent() {
        roster.absent("M-17", "2026-11-24T16:00:00Z", FRIDAY, "M-18");
        assertThat(desk.looks("24T22:00").notices()).first().isEqualTo("M-18 DELEGATE PUSH Wed 07:30:00 held");
    }

    @Test
    void whoeverIsAbsentNowIsAbsentEvenIfBackInTheMorning() {
        roster.absent("M-17", MONDAY, "2026-11-24T22:00:00Z", "M-18");
        assertThat(desk.looks("24T22:00").told()).containsExactly("M-18 DELEGATE");
    }

    @Test
    void standInsAreNamedForAnyMoment() {
        roster.absent("M-17", MONDAY, FRIDAY, "M-18");
        assertThat(Absences.standIn(new ManagerId("M-17"), roster, Instant.parse(WEDNESDAY)))
                .isEqualTo(new ManagerId("M-18"));
        assertThat(Absences.standIn(new ManagerId("M-17"), roster, Instant.parse(FRIDAY)))
                .isEqualTo(new ManagerId("M-17"));
        assertThat(Absences.standIn(new ManagerId("M-99"), roster, Instant.parse(FRIDAY)))
                .isNull();
    }
}
