package io.tidemark.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/**
 * Where clocks are put forward and back. In Berlin 2026 that is on 29 March, from 2:00 to 3:00, and on 25 October, from
 * 3:00 to 2:00.
 */
class ClockChangesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final Days everyDay =
            new Days(new MemoryRoster().workday("2026-03-29").workday("2026-10-25"));

    @Test
    void theNightIsAnHourShorter() {
        assertThat(quiet("22:00", "07:30").over(at("2026-03-28T23:30:00Z"))).isEqualTo(at("2026-03-29T05:30:00Z"));
    }

    @Test
    void orAnHourLonger() {
        assertThat(quiet("22:00", "07:30").over(at("2026-10-24T23:30:00Z"))).isEqualTo(at("2026-10-25T06:30:00Z"));
    }

    @Test
    void anEndThatTheClockNeverShowsIsWhenItIsPutForward() {
        assertThat(quiet("00:00", "02:30").over(at("2026-03-29T00:30:00Z"))).isEqualTo(at("2026-03-29T01:00:00Z"));
    }

    @Test
    void anEndThatTheClockShowsTwiceIsTheNextOne() {
        assertThat(quiet("00:00", "02:30").over(at("2026-10-25T00:10:00Z"))).isEqualTo(at("2026-10-25T00:30:00Z"));
        assertThat(quiet("00:00", "02:30").over(at("2026-10-25T01:10:00Z"))).isEqualTo(at("2026-10-25T01:30:00Z"));
    }

    @Test
    void aDayThatAZoneSkippedIsNoTrouble() {
        Peace apia = new Peace(
                new Days(new MemoryRoster().holiday("2011-12-29")),
                new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 30)),
                ZoneId.of("Pacific/Apia"));
        // The 30th never was; the 31st was a Saturday.
        assertThat(apia.over(at("2011-12-29T20:00:00Z"))).isEqualTo(at("2012-01-01T17:30:00Z"));
    }

    @Test
    void workingTimeIsTimeGoneByNotWhatTheClockShows() {
        WorkingTime work = new WorkingTime(everyDay, new WorkingHours(LocalTime.of(1, 0), LocalTime.of(10, 0)), BERLIN);
        assertThat(work.after(at("2026-03-28T22:00:00Z"), Duration.ofHours(4))).isEqualTo(at("2026-03-29T04:00:00Z"));
        assertThat(work.after(at("2026-10-24T21:00:00Z"), Duration.ofHours(4))).isEqualTo(at("2026-10-25T03:00:00Z"));
    }

    @Test
    void whoeverNeverWorksIsNotWaitedForForever() {
        MemoryRoster never = new MemoryRoster();
        for (int day = 0; day < 1000; day++) {
            never.holiday(LocalDate.of(2026, 1, 1).plusDays(day).toString());
        }
        WorkingTime work =
                new WorkingTime(new Days(never), new WorkingHours(LocalTime.of(9, 0), LocalTime.of(18, 0)), BERLIN);
        assertThat(work.after(at("2026-01-02T00:00:00Z"), Duration.ofHours(4)))
                .isBetween(at("2027-01-02T00:00:00Z"), at("2028-01-01T00:00:00Z"));
    }

    private Peace quiet(String from, String to) {
        return new Peace(everyDay, new QuietHours(LocalTime.parse(from), LocalTime.parse(to)), BERLIN);
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
