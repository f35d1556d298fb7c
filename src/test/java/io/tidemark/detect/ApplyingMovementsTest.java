package io.tidemark.detect;

import static io.tidemark.detect.TestClient.JPY;
import static io.tidemark.detect.TestClient.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.bank.Rates;
import java.util.Currency;
import org.junit.jupiter.api.Test;

/** "Applying a movement", 1 to 4. */
class ApplyingMovementsTest {
    private final TestClient client = TestClient.standard();

    @Test
    void aRepeatedMovementChangesNothingAndFindsNothing() {
        client.has("6500000").pays("600000");
        ClientState before = client.state();

        assertThat(client.repeatsTheLastMovement()).isEmpty();
        assertThat(client.state()).isSameAs(before);
    }

    @Test
    void aStaleMovementChangesNothingEvenIfItsBalanceDiffers() {
        client.has("6500000").gets("1");
        ClientState before = client.state();

        assertThat(client.misses(-2, "-3000000").gets("5")).isEmpty();
        assertThat(client.state()).isSameAs(before);
    }

    @Test
    void sequencesAreOfTheAccountAndNotOfTheClient() {
        client.has("100").gets("1");
        assertThat(client.on("second").has("100").assets()).isEqualTo("201.00");
    }

    @Test
    void anUnseenAccountHadItsBalanceWithoutTheMovement() {
        assertThat(client.misses(0, "6000000").pays("1")).containsExactly("CRITICAL_BAND PRIVATE HIGH");
    }

    @Test
    void thePriorValueOfAnUnseenAccountIsPartOfBefore() {
        client.has("3000000").on("second").misses(0, "3500000").pays("400000");
        assertThat(client.assets()).isEqualTo("6100000.00");
        assertThat(client.on("third").misses(0, "1000000").pays("1050000")).containsExactly("NEAR_LINE PRIVATE LOW");
        assertThat(client.judgements().get(0).before()).isEqualTo(710_000_000);
        assertThat(client.assets()).isEqualTo("6050000.00");
    }

    @Test
    void afterASequenceGapTheLedgersBalanceWins() {
        client.has("6500000").misses(3, "-200000");
        assertThat(client.pays("400000")).containsExactly("CRITICAL_BAND PRIVATE HIGH");
        assertThat(client.assets()).isEqualTo("5900000.00");
        assertThat(client.judgements().get(0).before()).isEqualTo(650_000_000);
    }

    @Test
    void aMovementAfterAGapIsMarked() {
        client.has("6500000").misses(1, "0").pays("600000");
        assertThat(client.judgements()).allMatch(Judgement::gap);
    }

    @Test
    void aMovementWithoutAGapIsNotMarked() {
        client.has("6500000").pays("600000");
        assertThat(client.judgements()).noneMatch(Judgement::gap);
    }

    @Test
    void theFirstMovementOfAnAccountIsNeverAfterAGap() {
        client.misses(40, "6000000").pays("1");
        assertThat(client.judgements()).hasSize(1).noneMatch(Judgement::gap);
    }

    @Test
    void aForeignBalanceCountsAtTheRate() {
        assertThat(client.on("dollars", USD).has("100.01").assets()).isEqualTo("700.07");
    }

    @Test
    void valuesAreRoundedHalfToTheEvenFen() {
        assertThat(client.on("yen", JPY).has("10").assets()).isEqualTo("0.48");
        assertThat(client.gets("20").isEmpty()).isTrue();
        assertThat(client.assets()).isEqualTo("1.46");
    }

    @Test
    void negativeValuesAreRoundedHalfEvenToo() {
        client.on("yen", JPY).pays("10");
        assertThat(client.assets()).isEqualTo("-0.48");
    }

    @Test
    void anAccountIsReValuedOnlyWhenItMoves() {
        client.on("dollars", USD).has("1000").rateOfTheDollarBecomes("8");
        assertThat(client.on("main").has("1").assets()).isEqualTo("7001.00");
        client.on("dollars").gets("1");
        assertThat(client.assets()).isEqualTo("8009.00");
    }

    @Test
    void reValuationIsPartOfTheChange() {
        client.on("dollars", USD).has("880000").rateOfTheDollarBecomes("6.5");
        assertThat(client.gets("1")).containsExactly("CRITICAL_BAND PRIVATE HIGH");
        assertThat(client.judgements().get(0).before()).isEqualTo(616_000_000);
    }

    @Test
    void thePriorBalanceOfAnUnseenAccountCountsAtTheSameRate() {
        client.rateOfTheDollarBecomes("8")
                .on("dollars", USD)
                .misses(0, "750000")
                .pays("0.01");
        assertThat(client.judgements().get(0).before()).isEqualTo(600_000_000);
    }

    @Test
    void aCurrencyWithoutARateIsMalformedAndChangesNothing() {
        client.has("100").on("francs", Currency.getInstance("CHF"));
        assertThatThrownBy(() -> client.gets("1")).isInstanceOf(Rates.NoRate.class);
        assertThat(client.assets()).isEqualTo("100.00");
    }

    @Test
    void assetsThatNoLongHoldsAreAnErrorAndChangeNothing() {
        client.has("90000000000000000").on("second");
        assertThatThrownBy(() -> client.has("90000000000000000")).isInstanceOf(ArithmeticException.class);
        assertThat(client.assets()).isEqualTo("90000000000000000.00");
    }
}
