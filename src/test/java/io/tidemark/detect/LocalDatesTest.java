package io.tidemark.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.movement.BookingTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalDatesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Asia/Shanghai",
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "Africa/Casablanca",
                "UTC"
            })
    void theDateIsTheOneOnTheBanksWall(String zone) {
        LocalDates dates = new LocalDates(ZoneId.of(zone));
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            // Runs within a season and leaps over many, from 1970 to 2070, half hours included.
            long second = random.nextInt(100 * 365 * 48) * 1800L - random.nextInt(2);
            Instant instant = Instant.ofEpochSecond(second);
            assertThat((long) dates.dayOf(BookingTime.toNanos(instant)))
                    .as(instant.toString())
                    .isEqualTo(instant.atZone(ZoneId.of(zone)).toLocalDate().toEpochDay());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MAX_VALUE})
    void theEndsOfTimeHaveADate(long nanos) {
        assertThat((long) new LocalDates(ZoneId.of("Asia/Shanghai")).dayOf(nanos))
                .isEqualTo(BookingTime.toInstant(nanos)
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .toLocalDate()
                        .toEpochDay());
    }
}
