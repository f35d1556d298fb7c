package io.tidemark.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as they are told to the outside: {@code 2026-11-22T02:02:31.120Z}. */
public final class UtcTime {
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private UtcTime() {}

    public static String format(Instant instant) {
        return MILLISECONDS.format(instant);
    }
}
