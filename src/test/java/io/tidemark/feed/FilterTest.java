package io.tidemark.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Severity;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilterTest {
    private static final Set<ManagerId> ONE = Set.of(new ManagerId("M-1"));

    @Test
    void whoAsksForAManagerAloneIsShownAllOfTheirs() {
        assertThat(new Filter(Set.of(), Severity.INFO, Set.of(), ONE, Set.of()).shownAll())
                .isEqualTo(ONE);
    }

    @Test
    void whoAsksForLessIsNot() {
        assertThat(new Filter(Set.of(), Severity.HIGH, Set.of(), ONE, Set.of()).shownAll())
                .isEmpty();
    }

    @Test
    void whoAsksForEverybodyIsNobodyInParticular() {
        assertThat(Filter.ALL.shownAll()).isEmpty();
    }
}
