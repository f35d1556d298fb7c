package io.tidemark.route;

import java.time.LocalTime;

/** Local times of each day between which a person is left in peace; {@code from} after {@code to} spans midnight. */
public record QuietHours(LocalTime from, LocalTime to) {}
