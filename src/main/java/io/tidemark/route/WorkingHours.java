package io.tidemark.route;

import java.time.LocalTime;

/** Local times of each working day between which people work: [{@code from}, {@code to}). */
public record WorkingHours(LocalTime from, LocalTime to) {
    public WorkingHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("working hours end after they begin, on the same day");
        }
    }
}
