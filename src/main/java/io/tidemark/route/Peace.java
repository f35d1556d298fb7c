package io.tidemark.route;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When a person is left in peace: in quiet hours, and all of each day that is not worked on. */
record Peace(Days days, QuietHours quiet, ZoneId zone) {
    /** Steps of at most a day: nobody is left in peace for more than a year. */
    private static final int LONGEST = 800;

    /** {@code at}, or the end of the peace that it falls into. */
    Instant over(Instant at) {
        Instant moment = at;
        for (int step = 0; step < LONGEST; step++) {
            Instant later = step(moment);
            if (later.equals(moment)) {
                return moment;
            }
            moment = later;
        }
        return moment;
    }

    private Instant step(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        LocalDate day = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        if (days.isOff(day)) {
            return WallClock.shows(day.plusDays(1).atStartOfDay(), zone, at);
        } else if (quiet.contain(time)) {
            LocalDate end = time.isBefore(quiet.to()) ? day : day.plusDays(1);
            return WallClock.shows(end.atTime(quiet.to()), zone, at);
        }
        return at;
    }
}
