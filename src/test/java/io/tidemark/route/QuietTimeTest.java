package io.tidemark.route;

import static io.tidemark.route.People.manager;
import static io.tidemark.route.People.supervisor;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.detect.Severity;
import org.junit.jupiter.api.Test;

/** What waits until people are not left in peace any more. The 24th is a Tuesday, the 28th a Saturday. */
class QuietTimeTest {
    private final MemoryRoster roster = new MemoryRoster().with(manager("M-17", "SZ-01"), supervisor("S-1", "SZ-01"));
    private final Desk high = new Desk(roster, Severity.HIGH);

    @Test
    void atNightItWaitsUntilTheMorning() {
        assertThat(high.looks("24T22:00").notices())
                .containsExactly(
                        "M-17 MANAGER PUSH Wed 07:30:00 held",
                        "M-17 MANAGER CHAT Wed 07:30:00 held",
                        "M-17 MANAGER SMS Wed 07:30:00 held");
    }

    @Test
    void theClockBeginsInTheMorningToo() {
        assertThat(high.looks("24T22:00").answerBy()).isEqualTo("Wed 07:45:00");
        assertThat(high.looksAgain()).isEqualTo("Wed 07:45:00");
    }

    @Test
    void whatIsCriticalBreaksThrough() {
        Desk critical = new Desk(roster, Severity.CRITICAL).looks("29T03:00");
        assertThat(critical.notices())
                .containsExactly(
                        "M-17 MANAGER PUSH Sun 03:00:00",
                        "M-17 MANAGER CHAT Sun 03:00:00",
                        "M-17 MANAGER SMS Sun 03:01:00");
        assertThat(critical.looksWhenPlanned().notices()).contains("S-1 SUPERVISOR SMS Sun 03:05:00");
    }

    @Test
    void nightBeginsAndEndsToTheMinute() {
        assertThat(new Desk(roster, Severity.LOW).looks("24T20:59:59").notices())
                .containsExactly("M-17 MANAGER PUSH Tue 20:59:59");
        assertThat(new Desk(roster, Severity.LOW).looks("24T21:00").notices())
                .containsExactly("M-17 MANAGER PUSH Wed 07:30:00 held");
        assertThat(new Desk(roster, Severity.LOW).looks("25T07:29:59").notices())
                .containsExactly("M-17 MANAGER PUSH Wed 07:30:00 held");
        assertThat(new Desk(roster, Severity.LOW).looks("25T07:30").notices())
                .containsExactly("M-17 MANAGER PUSH Wed 07:30:00");
    }

    @Test
    void anSmsWhoseHeadStartEndsAtNightWaits() {
        assertThat(high.looks("24T20:59:30").notices())
                .containsExactly(
                        "M-17 MANAGER PUSH Tue 20:59:30",
                        "M-17 MANAGER CHAT Tue 20:59:30",
                        "M-17 MANAGER SMS Wed 07:30:00 held");
    }

    @Test
    void supervisorsSleepToo() {
        high.looks("24T20:55").looksWhenPlanned();
        assertThat(high.notices()).contains("S-1 SUPERVISOR SMS Wed 07:30:00 held");
        assertThat(high.answerBy()).isEqualTo("Wed 07:45:00");
    }

    @Test
    void whatComesAtTheWeekendWaitsForMonday() {
        assertThat(high.looks("28T12:00").notices()).contains("M-17 MANAGER SMS Mon 07:30:00 held");
        assertThat(new Desk(roster, Severity.HIGH).looks("27T22:00").answerBy()).isEqualTo("Mon 07:45:00");
    }

    @Test
    void aHolidayIsQuietAllDay() {
        roster.holiday("2026-11-24");
        assertThat(high.looks("24T10:00").notices()).contains("M-17 MANAGER PUSH Wed 07:30:00 held");
    }

    @Test
    void aWeekendDayThatIsWorkedOnIsNot() {
        roster.workday("2026-11-28");
        assertThat(high.looks("28T10:00").notices()).contains("M-17 MANAGER PUSH Sat 10:00:00");
    }

    @Test
    void itIsThePersonsOwnTimeThatCounts() {
        roster.with(manager("M-17", "SZ-01").in("Europe/London"));
        assertThat(high.looks("24T10:00").notices()).contains("M-17 MANAGER PUSH Tue 15:30:00 held");
    }

    @Test
    void aPersonsOwnQuietHoursHold() {
        roster.with(manager("M-17", "SZ-01").quiet("12:00", "14:00"));
        assertThat(high.looks("24T12:30").notices()).contains("M-17 MANAGER PUSH Tue 14:00:00 held");
        assertThat(new Desk(roster, Severity.HIGH).looks("24T23:00").notices())
                .contains("M-17 MANAGER PUSH Tue 23:00:00");
    }

    @Test
    void quietHoursThatEndWhenTheyBeginAreNone() {
        roster.with(manager("M-17", "SZ-01").quiet("00:00", "00:00"));
        assertThat(high.looks("24T23:00").notices()).contains("M-17 MANAGER PUSH Tue 23:00:00");
    }

    @Test
    void whatIsOfMediumSeverityMayWaitForFourHoursOfWork() {
        assertThat(medium("24T10:00").answerBy()).isEqualTo("Tue 14:00:00");
        assertThat(medium("24T16:30").answerBy()).isEqualTo("Wed 11:30:00");
        assertThat(medium("24T20:00").answerBy()).isEqualTo("Wed 13:00:00");
        assertThat(medium("24T22:00").answerBy()).isEqualTo("Wed 13:00:00");
        assertThat(medium("27T15:00").answerBy()).isEqualTo("Mon 10:00:00");
        assertThat(medium("24T14:00").answerBy()).isEqualTo("Tue 18:00:00");
    }

    private Desk medium(String at) {
        return new Desk(roster, Severity.MEDIUM).looks(at);
    }
}
