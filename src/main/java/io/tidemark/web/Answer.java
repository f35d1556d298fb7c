package io.tidemark.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What a provider answered.
 *
 * @param body cut off at {@value Outbound#LARGEST_ANSWER} bytes
 */
public record Answer(int status, HttpHeaders headers, String body) {
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Taken, in the words of HTTP. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /**
     * How long {@code Retry-After} asks to wait, whether it says so in seconds or as a date; an hour at most, so that a
     * wrong one is no sentence for life. Null if it does not say, or not so that it can be understood.
     */
    public @Nullable Duration retryAfter(Instant now) {
        String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (value == null) {
            return null;
        }
        Duration asked = value.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(value)) : until(value, now);
        return asked == null || asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
    }

    private static @Nullable Duration until(String date, Instant now) {
        try {
            Duration left = Duration.between(
                    now,
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return left.isNegative() ? Duration.ZERO : left;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
