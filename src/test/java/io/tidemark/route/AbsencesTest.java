package io.tidemark.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bank.ManagerId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Absences that cannot be. */
class AbsencesTest {
    @Test
    void twoWhoStandInForEachOtherAtATimeAreRefused() {
        assertThat(Absences.objection(absence("B", 3, 6, "A"), List.of(absence("A", 1, 5, "B"))))
                .contains("A is absent from 2026-11-03T00:00:00Z as well, and in the end B would stand in; choose"
                        + " somebody else, or other times.");
    }

    @Test
    void oneAfterTheOtherIsAllowed() {
        assertThat(Absences.objection(absence("B", 5, 6, "A"), List.of(absence("A", 1, 5, "B"))))
                .isEmpty();
    }

    @Test
    void aLongerWayBackIsFoundToo() {
        List<Absence> existing = List.of(absence("A", 1, 9, "B"), absence("B", 4, 6, "C"));
        assertThat(Absences.objection(absence("C", 1, 9, "A"), existing))
                .hasValueSatisfying(why -> assertThat(why).contains("2026-11-04T00:00:00Z"));
    }

    @Test
    void aWayThatIsNeverWholeIsAllowed() {
        List<Absence> existing = List.of(absence("A", 1, 4, "B"), absence("B", 4, 9, "C"));
        assertThat(Absences.objection(absence("C", 1, 9, "A"), existing)).isEmpty();
    }

    @Test
    void eachOfSeveralAtOnceCounts() {
        List<Absence> existing = List.of(absence("A", 1, 9, "D"), absence("A", 2, 3, "B"));
        assertThat(Absences.objection(absence("B", 1, 9, "A"), existing)).isPresent();
    }

    @Test
    void aCircleOfOthersDoesNotCatchTheSearch() {
        List<Absence> existing = List.of(absence("A", 1, 9, "B"), absence("B", 1, 9, "A"));
        assertThat(Absences.objection(absence("C", 1, 9, "A"), existing)).isEmpty();
    }

    private static Absence absence(String of, int from, int to, String delegate) {
        return new Absence(new ManagerId(of), day(from), day(to), new ManagerId(delegate));
    }

    private static Instant day(int ofNovember) {
        return LocalDate.of(2026, 11, ofNovember).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
