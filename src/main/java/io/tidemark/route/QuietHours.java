package io.tidemark.route;

import java.time.LocalTime;

/**
 * Local times of each day between which a person is left in peace: [{@code from}, {@code to}). {@code from} after
 * {@code to} spans midnight; {@code from} at {@code to} is never.
 */
public record QuietHours(LocalTime from, LocalTime to) {

    boolean contain(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        return from.isAfter(to) ? begun || !over : begun && !over;
    }
}
