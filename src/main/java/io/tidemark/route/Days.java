package io.tidemark.route;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which days are worked on. */
record Days(Roster roster) {

    boolean isOff(LocalDate day) {
        Roster.@Nullable DayKind special = roster.special(day);
        return special == null ? isWeekend(day) : special == Roster.DayKind.HOLIDAY;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
