package io.tidemark.detect;

import static io.tidemark.detect.TestClient.CMB;
import static io.tidemark.detect.TestPolicy.TAX_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CumulativeOutflowTest {
    private static final String A_DAY = "CUMULATIVE_OUTFLOW PT24H HIGH";
    private static final String A_WEEK = "CUMULATIVE_OUTFLOW P7D HIGH";
    /** No line in sight, and no single transfer that is large. */
    private static final String ALONE = "'lines':[],'outflow':{'single':'90000000','share':'1'}";

    private final TestClient client = TestClient.of(TestPolicy.with(ALONE));

    @Test
    void outflowsOfAnySizeAddUp() {
        client.has("20000000").pays("999999.99", CMB);
        assertThat(client.later("PT1H").pays("0.01", CMB)).containsExactly(A_DAY);
    }

    @Test
    void aFenLessIsSilent() {
        client.has("20000000").pays("999999.98", CMB);
        assertThat(client.pays("0.01", CMB)).isEmpty();
    }

    @Test
    void oneTransferCanFillAWindowAlone() {
        assertThat(client.has("20000000").pays("1000000", CMB)).containsExactly(A_DAY);
    }

    @Test
    void anOutflowAsOldAsTheWindowNoLongerCounts() {
        client.has("20000000").pays("600000", CMB);
        assertThat(client.later("PT24H").pays("400000", CMB)).isEmpty();
    }

    @Test
    void aNanosecondLessAndItCounts() {
        client.has("20000000").pays("600000", CMB);
        assertThat(client.later("PT23H59M59.999999999S").pays("400000", CMB)).containsExactly(A_DAY);
    }

    @Test
    void whatIsBookedLaterDoesNotCount() {
        client.has("20000000").later("PT1H").pays("600000", CMB);
        assertThat(client.earlier("PT1H").pays("400000", CMB)).isEmpty();
    }

    @Test
    void itFiresOnceWhileTheSumStaysUp() {
        client.has("20000000").pays("1000000", CMB);
        assertThat(client.later("PT1H").pays("500000", CMB)).isEmpty();
    }

    @Test
    void aSumBelowRearmsIt() {
        client.has("20000000").pays("1000000", CMB);
        assertThat(client.later("P7D").pays("1", CMB)).isEmpty();
        assertThat(client.pays("999999", CMB)).containsExactly(A_DAY);
    }

    @Test
    void timeAloneDoesNotRearmIt() {
        client.has("20000000").pays("1000000", CMB);
        assertThat(client.later("P2D").pays("1000000", CMB)).containsExactly(A_WEEK);
    }

    @Test
    void anUnwatchedOutflowCounts() {
        client.has("4000000").pays("900000", CMB);
        assertThat(client.has("6000000").pays("100000", CMB)).containsExactly(A_DAY);
    }

    @Test
    void anUnwatchedOutflowDoesNotFire() {
        assertThat(client.has("4999999.99").pays("1500000", CMB)).isEmpty();
        assertThat(client.has("6000000").pays("1", CMB)).containsExactly(A_DAY);
    }

    @Test
    void anUnwatchedOutflowRearms() {
        client.has("6000000").pays("1000000", CMB);
        client.later("P7D").has("1000000").pays("1", CMB);
        assertThat(client.has("6000000").pays("999999", CMB)).containsExactly(A_DAY);
    }

    @Test
    void aLateBookedOutflowRearms() {
        client.has("20000000").pays("1000000", CMB);
        assertThat(client.earlier("P2D").pays("1", CMB)).isEmpty();
        assertThat(client.later("P2D").pays("1", CMB)).containsExactly(A_DAY);
    }

    @Test
    void eachWindowHasItsOwnSumAndArm() {
        client.has("20000000").pays("1000000", CMB);
        assertThat(client.later("P2D").pays("999999.99", CMB)).isEmpty();
        assertThat(client.later("PT1H").pays("0.01", CMB)).containsExactly(A_DAY, A_WEEK);
        assertThat(client.later("P8D").pays("1000000", CMB)).containsExactly("CUMULATIVE_OUTFLOW P30D HIGH");
    }

    @Test
    void aSecondFindingOfTheDayNeedsTheArm() {
        client.has("20000000").pays("1000000", CMB);
        client.later("P2D").pays("999999.99", CMB);
        client.later("PT1H").pays("0.01", CMB);
        assertThat(client.pays("1", CMB)).isEmpty();
    }

    @Test
    void moneyToOthersDoesNotCount() {
        client.has("20000000").pays("900000", TAX_OFFICE);
        client.pays("900000");
        client.sends("T1", "900000");
        assertThat(client.pays("999999.99", CMB)).isEmpty();
    }

    @Test
    void theWindowIsNamedAsThePolicyWritesIt() {
        TestClient named = TestClient.of(TestPolicy.with(
                "'lines':[],'outflow':{'single':'90000000','share':'1','windows':[{'window':'P1D','amount':'5'}]}"));
        assertThat(named.has("6000000").pays("5", CMB)).containsExactly("CUMULATIVE_OUTFLOW P1D HIGH");
    }
}
