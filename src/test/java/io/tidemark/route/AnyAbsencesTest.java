package io.tidemark.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bank.ManagerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** For any absences: exactly those are refused with which following stand-ins would come back at some moment. */
class AnyAbsencesTest {
    private static final int HOURS = 24;
    private final Random random = new Random(11);

    @Test
    void exactlyThoseThatComeBackAreRefused() {
        int refused = 0;
        for (int office = 0; office < 2_000; office++) {
            List<Absence> existing = new ArrayList<>();
            for (int attempt = 0; attempt < 12; attempt++) {
                Absence fresh = any();
                boolean objected = Absences.objection(fresh, existing).isPresent();
                assertThat(objected).as("%s to %s", fresh, existing).isEqualTo(comesBackAtSomeHour(fresh, existing));
                refused += objected ? 1 : 0;
                if (!objected) {
                    existing.add(fresh);
                }
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    private static boolean comesBackAtSomeHour(Absence fresh, List<Absence> existing) {
        List<Absence> all = new ArrayList<>(existing);
        all.add(fresh);
        for (int hour = 0; hour < HOURS * 2; hour++) {
            Instant at = Instant.EPOCH.plusSeconds(3600L * hour);
            if (fresh.covers(at) && leadsTo(fresh.of(), fresh.delegate(), all, at, new HashSet<>())) {
                return true;
            }
        }
        return false;
    }

    private static boolean leadsTo(
            ManagerId end, ManagerId from, List<Absence> all, Instant at, Set<ManagerId> passed) {
        return from.equals(end)
                || (passed.add(from)
                        && all.stream()
                                .filter(absence -> absence.of().equals(from) && absence.covers(at))
                                .anyMatch(absence -> leadsTo(end, absence.delegate(), all, at, passed)));
    }

    private Absence any() {
        int of = random.nextInt(6);
        int delegate = (of + 1 + random.nextInt(5)) % 6;
        int from = random.nextInt(HOURS);
        return new Absence(
                new ManagerId("M-" + of),
                Instant.EPOCH.plusSeconds(3600L * from),
                Instant.EPOCH.plusSeconds(3600L * (from + 1 + random.nextInt(8))),
                new ManagerId("M-" + delegate));
    }
}
