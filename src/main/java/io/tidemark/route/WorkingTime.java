package io.tidemark.route;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Time that counts only while people work. */
record WorkingTime(Days days, WorkingHours hours, ZoneId zone) {
    /** Days looked ahead: whoever never works is not waited for forever. */
    private static final int LONGEST = 400;

    /** When {@code time} of working time will have gone by since {@code at}. */
    Instant after(Instant at, Duration time) {
        LocalDate day = at.atZone(zone).toLocalDate();
        Duration left = time;
        for (int ahead = 0; ahead < LONGEST; ahead++) {
            Instant begin = latest(at, moment(day, hours.from()));
            Duration worked = days.isOff(day) ? Duration.ZERO : Duration.between(begin, moment(day, hours.to()));
            if (worked.compareTo(left) >= 0) {
                return begin.plus(left);
            }
            left = worked.isNegative() ? left : left.minus(worked);
            day = day.plusDays(1);
        }
        return latest(at, moment(day, hours.from()));
    }

    private Instant moment(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
