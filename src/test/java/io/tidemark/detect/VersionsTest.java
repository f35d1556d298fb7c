package io.tidemark.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.detect.Versions.Version;
import io.tidemark.movement.BookingTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VersionsTest {
    @Test
    void theOneInForceIsTheLastThatHasBegunAndOfTwoThatBeganAtOnceTheNewer() {
        Random random = new Random(20250308);
        for (int i = 0; i < 500; i++) {
            List<Version<Long>> versions = versions(random);
            Versions<Long> sought = new Versions<>(versions);
            for (long second = -1; second <= 12; second++) {
                assertThat(sought.inForceAt(BookingTime.toNanos(Instant.ofEpochSecond(second))))
                        .as(second + " of " + versions)
                        .isEqualTo(plainly(versions, second));
            }
        }
    }

    private static List<Version<Long>> versions(Random random) {
        List<Version<Long>> versions = new ArrayList<>();
        for (long number = 1; number <= 1 + random.nextInt(9); number++) {
            Instant effective = Instant.ofEpochSecond(random.nextInt(10));
            versions.add(new Version<>(number, number, effective, Instant.ofEpochSecond(random.nextInt(10))));
        }
        return versions;
    }

    private static long plainly(List<Version<Long>> versions, long second) {
        Comparator<Version<Long>> byBegin = Comparator.<Version<Long>, Instant>comparing(Version::inForceFrom)
                .thenComparing(Version::number);
        return versions.stream()
                .filter(version -> version.inForceFrom().getEpochSecond() <= second)
                .max(byBegin)
                .or(() -> versions.stream().min(byBegin))
                .map(Version::value)
                .orElseThrow();
    }
}
