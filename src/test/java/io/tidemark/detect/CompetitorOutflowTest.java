package io.tidemark.detect;

import static io.tidemark.detect.TestClient.CMB;
import static io.tidemark.detect.TestClient.USD;
import static io.tidemark.detect.TestPolicy.OWN_BANK;
import static io.tidemark.detect.TestPolicy.TAX_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompetitorOutflowTest {
    private static final String OUTFLOW = "COMPETITOR_OUTFLOW HIGH";
    private static final String SUPPRESSED = "COMPETITOR_OUTFLOW HIGH suppressed";
    /** No line in sight, and no window that ever fills. */
    private static final String ALONE = "'lines':[],'outflow':{'windows':[]}";

    private final TestClient client = TestClient.of(TestPolicy.with(ALONE));

    @Test
    void aLargeTransferIsFound() {
        assertThat(client.has("20000000").pays("500000", CMB)).containsExactly(OUTFLOW);
    }

    @Test
    void aFenLessThanLargeIsNot() {
        assertThat(client.has("20000000").pays("499999.99", CMB)).isEmpty();
    }

    @Test
    void aShareOfTheAssetsBeforeIsEnough() {
        assertThat(client.has("6000000").pays("300000", CMB)).containsExactly(OUTFLOW);
    }

    @Test
    void theShareIsExact() {
        assertThat(client.has("6000000.01").pays("300000", CMB)).isEmpty();
        assertThat(client.has("6000000.20").pays("300000.01", CMB)).containsExactly(OUTFLOW);
        assertThat(client.later("PT11M").has("6000000.21").pays("300000.01", CMB))
                .isEmpty();
    }

    @Test
    void belowTheFloorOfSharesAShareIsNotEnough() {
        TestClient small = TestClient.of(TestPolicy.with("'watchFloor':'0'," + ALONE));
        assertThat(small.has("1000000").pays("99999.99", CMB)).isEmpty();
        assertThat(small.has("1000000").pays("100000", CMB)).containsExactly(OUTFLOW);
    }

    @Test
    void fromTheCriticalShareOnItIsCritical() {
        assertThat(client.has("6000000").pays("3000000", CMB)).containsExactly("COMPETITOR_OUTFLOW CRITICAL");
    }

    @Test
    void aFenBelowTheCriticalShareIsHigh() {
        assertThat(client.has("6000000").pays("2999999.99", CMB)).containsExactly(OUTFLOW);
    }

    @Test
    void onlyClientsAtTheWatchFloorBeforeAreWatched() {
        assertThat(client.has("4999999.99").pays("600000", CMB)).isEmpty();
        assertThat(client.has("5000000").pays("600000", CMB)).containsExactly(OUTFLOW);
    }

    @Test
    void theBanksOwnCodesAreNoCompetitors() {
        assertThat(client.has("6000000").pays("1000000", OWN_BANK)).isEmpty();
    }

    @Test
    void clearingAndTaxAccountsAreNoCompetitors() {
        assertThat(client.has("6000000").pays("1000000", TAX_OFFICE)).isEmpty();
    }

    @Test
    void noBankIsNoCompetitor() {
        assertThat(client.has("6000000").pays("1000000")).isEmpty();
    }

    @Test
    void anUnknownCodeIsACompetitor() {
        assertThat(client.has("6000000").pays("1000000", "never heard of")).containsExactly(OUTFLOW);
    }

    @Test
    void moneyComingInIsNoOutflow() {
        assertThat(client.has("6000000").gets("1000000")).isEmpty();
    }

    @Test
    void aLegOfAnOwnTransferIsNoOutflow() {
        assertThat(client.has("6000000").sends("T1", "1000000")).isEmpty();
    }

    @Test
    void aForeignAmountCountsInTheBaseCurrency() {
        client.has("20000000").on("dollars", USD).has("200000");
        assertThat(client.pays("71428.57", CMB)).isEmpty();
        assertThat(client.pays("71428.58", CMB)).containsExactly(OUTFLOW);
    }

    @Test
    void anEqualOneWithinTheCooldownIsSuppressed() {
        client.has("20000000").pays("500000", CMB);
        assertThat(client.pays("500000", CMB)).containsExactly(SUPPRESSED);
    }

    @Test
    void theCooldownIncludesItsLastInstant() {
        client.has("20000000").pays("500000", CMB);
        assertThat(client.later("PT10M").pays("500000", CMB)).containsExactly(SUPPRESSED);
    }

    @Test
    void aNanosecondLaterItIsOver() {
        client.has("20000000").pays("500000", CMB);
        assertThat(client.later("PT10M0.000000001S").pays("500000", CMB)).containsExactly(OUTFLOW);
    }

    @Test
    void aLargerOneIsNotSuppressed() {
        client.has("20000000").pays("500000", CMB);
        assertThat(client.pays("500000.01", CMB)).containsExactly(OUTFLOW);
    }

    @Test
    void itMustBeLargerThanEveryOneWithinTheCooldown() {
        client.has("50000000").pays("900000", CMB);
        client.later("PT11M").pays("500000", CMB);
        assertThat(client.later("PT1M").pays("600000", CMB)).containsExactly(OUTFLOW);
        assertThat(client.pays("550000", CMB)).containsExactly(SUPPRESSED);
        assertThat(client.pays("600000", CMB)).containsExactly(SUPPRESSED);
    }

    @Test
    void whatWasSuppressedSuppressesNothing() {
        client.has("50000000").pays("700000", CMB);
        assertThat(client.later("PT10M").pays("600000", CMB)).containsExactly(SUPPRESSED);
        assertThat(client.later("PT1S").pays("500000", CMB)).containsExactly(OUTFLOW);
    }

    @Test
    void whatWasNotFoundSuppressesNothing() {
        client.has("4000000").pays("600000", CMB);
        assertThat(client.has("20000000").pays("500000", CMB)).containsExactly(OUTFLOW);
    }

    @Test
    void aLaterBookedOneSuppressesAtAnyDistance() {
        client.has("20000000").later("P3D").pays("500000", CMB);
        assertThat(client.earlier("P3D").pays("500000", CMB)).containsExactly(SUPPRESSED);
        assertThat(client.pays("500001", CMB)).containsExactly(OUTFLOW);
    }

    @Test
    void aSuppressedOneKeepsItsSeverity() {
        client.has("6000000").pays("4000000", CMB);
        assertThat(client.has("6000000").pays("3000000", CMB))
                .containsExactly("COMPETITOR_OUTFLOW CRITICAL suppressed");
    }
}
