package io.tidemark.movement;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReaderTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:02:31+08:00, 2026-11-22T02:02:31Z",
        "2026-11-22t10:02:31z, 2026-11-22T10:02:31Z",
        "2026-11-22T10:02:31-00:00, 2026-11-22T10:02:31Z",
        "2026-11-22T10:02:31.5-09:30, 2026-11-22T19:32:31.5Z",
        "2026-01-01T00:00:00+23:59, 2025-12-31T00:01:00Z",
        "2026-12-31T23:59:00-23:59, 2027-01-01T23:58:00Z",
        "2026-11-22T10:02:31.123456789Z, 2026-11-22T10:02:31.123456789Z",
        "2026-11-22T10:02:31.1234567899999999999Z, 2026-11-22T10:02:31.123456789Z",
        "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
        "2016-12-31T23:59:60.75Z, 2017-01-01T00:00:00.75Z",
        "1969-12-31T23:59:59.000000001Z, 1969-12-31T23:59:59.000000001Z",
        "1677-09-21T00:12:43.145224192Z, 1677-09-21T00:12:43.145224192Z",
        "2262-04-11T23:47:16.854775807Z, 2262-04-11T23:47:16.854775807Z",
        "2000-02-29T00:00:00Z, 2000-02-29T00:00:00Z",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z"
    })
    void anRfc3339TimeIsRead(String written, Instant expected) throws Malformed {
        assertThat(BookingTime.toInstant(read(written))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-22",
                "2026-11-22T10:02:31",
                "2026-11-22 10:02:31Z",
                "2026-11-22T10:02Z",
                "2026-11-22T10:02:31.Z",
                "2026-11-22T10:02:31.+08:00",
                "2026-11-22T10:02:31,5Z",
                "2026-11-22T10:02:31+08",
                "2026-11-22T10:02:31+0800",
                "2026-11-22T10:02:31+24:00",
                "2026-11-22T10:02:31+08:60",
                "2026-11-22T10:02:31+08:00 ",
                "2026-11-22T10:02:31ZZ",
                "2026-11-22T10:02:31 Z",
                " 2026-11-22T10:02:31Z",
                "2026-11-22T24:00:00Z",
                "2026-11-22T10:60:00Z",
                "2026-11-22T10:02:61Z",
                "2026-00-22T10:02:31Z",
                "2026-13-22T10:02:31Z",
                "2026-11-00T10:02:31Z",
                "2026-11-31T10:02:31Z",
                "2026-02-29T10:02:31Z",
                "2100-02-29T10:02:31Z",
                "1900-02-29T10:02:31Z",
                "2026-02-30T10:02:31Z",
                "2026-1-022T10:02:31Z",
                "2026/11/22T10:02:31Z",
                "+2026-11-22T10:02:3Z",
                "2026-11-22T10-02-31Z",
                "2026-11-22T-1:02:31Z",
                "2026-11-22T10:02:31.1x+08:00",
                "2026-11-22T10:02:31~08:00",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "1677-09-21T00:12:43.145224191Z",
                "2262-04-11T23:47:16.854775808Z"
            })
    void anotherTimeIsRefused(String written) {
        Malformed malformed = catchThrowableOfType(Malformed.class, () -> read(written));
        assertThat(malformed.reason()).isEqualTo(MalformedReason.BAD_TIME);
    }

    @Test
    void everyDayInRangeIsTheDayOfTheCalendar() throws Malformed {
        LocalDate last = LocalDate.of(2262, 4, 11);
        for (LocalDate day = LocalDate.of(1677, 9, 22); day.isBefore(last); day = day.plusDays(1)) {
            Instant read = BookingTime.toInstant(read(day + "T00:00:00Z"));
            assertThat(read).isEqualTo(day.atStartOfDay().toInstant(ZoneOffset.UTC));
        }
    }

    private static long read(String text) throws Malformed {
        byte[] bytes = ("\"" + text + "\"").getBytes(US_ASCII);
        return TimeReader.nanos(new Span(bytes, 1, bytes.length - 1));
    }
}
