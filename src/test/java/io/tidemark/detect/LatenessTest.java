package io.tidemark.detect;

import static io.tidemark.detect.TestClient.CMB;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Movements booked far behind the client's latest one. */
class LatenessTest {
    private final TestClient client =
            TestClient.of(TestPolicy.with("'lines':[]")).has("20000000");

    @Test
    void upToTheLatenessOutflowsAreJudged() {
        assertThat(client.earlier("P7D").pays("600000", CMB)).containsExactly("COMPETITOR_OUTFLOW HIGH");
    }

    @Test
    void aNanosecondMoreAndTheyAreNot() {
        assertThat(client.earlier("P7DT0.000000001S").pays("5000000", CMB)).isEmpty();
    }

    @Test
    void whatIsNotJudgedIsNotCountedEither() {
        client.earlier("P7DT1S").pays("900000", CMB);
        assertThat(client.later("PT1S").pays("100000", CMB)).isEmpty();
    }

    @Test
    void whatIsNotJudgedSuppressesNothing() {
        client.earlier("P8D").pays("600000", CMB);
        assertThat(client.later("P1D").pays("600000", CMB)).containsExactly("COMPETITOR_OUTFLOW HIGH");
    }

    @Test
    void whatIsNotCountedDoesNotRearm() {
        client.pays("1000000", CMB);
        client.earlier("P8D").pays("1", CMB);
        assertThat(client.later("P8D").pays("1", CMB)).isEmpty();
    }

    @Test
    void balancesAndLinesMoveAllTheSame() {
        TestClient late = TestClient.standard().has("6000000").earlier("P300D");
        assertThat(late.pays("1", CMB)).containsExactly("CRITICAL_BAND PRIVATE HIGH");
        assertThat(late.assets()).isEqualTo("5999999.00");
    }

    @Test
    void theLatestIsTheOneBeforeThisMovement() {
        client.earlier("P300D").gets("1");
        assertThat(client.pays("5000000", CMB)).isEmpty();
    }

    @Test
    void aMovementFarAheadMakesTheRestLate() {
        client.later("P30D").gets("1");
        assertThat(client.earlier("P30D").pays("5000000", CMB)).isEmpty();
    }

    @Test
    void whatALateOneCanStillReachIsRemembered() {
        client.pays("2400000", CMB);
        client.later("P36D").pays("1", CMB);
        assertThat(client.earlier("P7D").pays("600000", CMB)).contains("CUMULATIVE_OUTFLOW P30D HIGH");
    }

    @Test
    void whatNobodyCanReachAnyMoreIsForgotten() {
        client.pays("2400000", CMB);
        client.later("P38D").pays("1", CMB);
        assertThat(client.state().history().outflows()).hasSize(2);
    }
}
