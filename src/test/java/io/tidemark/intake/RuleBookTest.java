package io.tidemark.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.bank.Rates.NoRate;
import io.tidemark.detect.ClientState;
import io.tidemark.intake.Editions.OfRates;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RuleBookTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final MemoryEditions editions = new MemoryEditions();
    private final RuleBook ruleBook = new Samples().ruleBook(editions);

    @Test
    void withoutAnyEditionTheRulesAreThoseOfNumberZero() {
        assertThat(ruleBook.newest().edition()).isZero();
        assertThatThrownBy(() -> assets(ruleBook.newest())).isInstanceOf(NoRate.class);
    }

    @Test
    void whatIsPublishedIsNoticedWhenItIsLookedFor() {
        publish(3, "7");
        assertThat(ruleBook.newest().edition()).isZero();

        ruleBook.refresh().block();

        assertThat(ruleBook.newest().edition()).isEqualTo(3);
        assertThat(assets(ruleBook.newest())).isEqualTo(700);
    }

    @Test
    void theRulesUpToANumberKnowNothingOfLaterEditions() {
        publish(3, "7");
        publish(5, "8");
        ruleBook.refresh().block();

        assertThat(assets(upTo(3))).isEqualTo(700);
        assertThat(assets(upTo(4))).isEqualTo(700);
        assertThat(assets(upTo(5))).isEqualTo(800);
    }

    @Test
    void anEditionThatAnotherInstanceHasAdoptedIsLookedUp() {
        publish(3, "7");

        assertThat(assets(upTo(3))).isEqualTo(700);
    }

    @Test
    void anEditionThatIsNotThereIsARefusalAndNotAGuess() {
        assertThatThrownBy(() -> upTo(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("edition 1");
    }

    @Test
    void aLookThatFailsLeavesWhatWasKnown() {
        publish(3, "7");
        ruleBook.refresh().block();
        publish(4, "-1");

        assertThatThrownBy(() -> ruleBook.refresh().block()).isInstanceOf(IllegalArgumentException.class);

        assertThat(ruleBook.newest().edition()).isEqualTo(3);
    }

    private void publish(long number, String dollar) {
        editions.publish(
                new OfRates(number, Map.of(USD, new BigDecimal(dollar)), LONG_AGO.plusSeconds(number), LONG_AGO));
    }

    private Rules upTo(long edition) {
        return Objects.requireNonNull(ruleBook.upTo(edition).block());
    }

    /** What one dollar is worth. */
    private static long assets(Rules rules) {
        return rules.detector()
                .judge(ClientState.NEW, Samples.dollar(), 0, 0)
                .state()
                .assets();
    }
}
