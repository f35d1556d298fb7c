package io.tidemark.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** NEAR_LINE, QUALIFIED, and several lines at once. */
class LinesTest {
    private static final String NEAR = "NEAR_LINE PRIVATE LOW";
    private static final String QUALIFIED = "QUALIFIED PRIVATE INFO";
    private static final String TWO_LINES = """
            'lines':[{'name':'PRIVATE'},
                     {'name':'GOLD','minimum':'8000000','bandWidth':'500000','nearMargin':'200000'}]""";

    private final TestClient client = TestClient.standard();

    @Test
    void comingNearTheLineFromClearAboveItWarns() {
        assertThat(client.has("6100000").pays("0.01")).containsExactly(NEAR);
    }

    @Test
    void theLineItselfIsNear() {
        assertThat(client.has("6100000").pays("100000")).containsExactly(NEAR);
    }

    @Test
    void whoWasNotClearOfTheLineIsNotWarned() {
        assertThat(client.has("6099999.99").pays("1")).isEmpty();
    }

    @Test
    void theWarningIsGivenOnceUntilItIsRearmed() {
        client.has("6100000").pays("1");
        client.gets("100000");
        assertThat(client.pays("100000")).isEmpty();
    }

    @Test
    void twiceTheMarginRearmsTheWarning() {
        client.has("6100000").pays("1");
        client.gets("100001");
        assertThat(client.pays("100001")).containsExactly(NEAR);
    }

    @Test
    void aFenBelowTwiceTheMarginDoesNot() {
        client.has("6100000").pays("1");
        client.gets("100000.99");
        assertThat(client.pays("100000.99")).isEmpty();
    }

    @Test
    void aFallBelowTheLineIsNoNearing() {
        assertThat(client.has("6100000").pays("100000.01")).containsExactly("CRITICAL_BAND PRIVATE HIGH");
    }

    @Test
    void duringAnEpisodeNobodyIsWarned() {
        TestClient patient = TestClient.of(TestPolicy.with("'lines':[{'recoveryMargin':'500000'}]"));
        patient.has("6000000").pays("1");
        assertThat(patient.gets("150001")).isEmpty();
        assertThat(patient.pays("100000")).isEmpty();
    }

    @Test
    void theWarningIsRearmedDuringAnEpisodeToo() {
        client.has("6100000").pays("1");
        client.pays("200000");
        assertThat(client.gets("500000")).containsExactly("RECOVERED PRIVATE INFO");
        assertThat(client.pays("300000")).containsExactly(NEAR);
    }

    @Test
    void reachingTheLineFromBelowQualifies() {
        assertThat(client.has("5999999.99").gets("0.01")).containsExactly(QUALIFIED);
    }

    @Test
    void whoStaysAboveDoesNotQualifyAgain() {
        assertThat(client.has("6000000").gets("0.01")).isEmpty();
    }

    @Test
    void theFirstMovementCanQualify() {
        assertThat(client.gets("6000000")).containsExactly(QUALIFIED);
    }

    @Test
    void whoHasQualifiedCanFall() {
        client.has("5000000").gets("1000000");
        assertThat(client.pays("1")).containsExactly("CRITICAL_BAND PRIVATE HIGH");
    }

    @Test
    void eachLineHasItsOwnEpisode() {
        TestClient both = TestClient.of(TestPolicy.with(TWO_LINES));
        assertThat(both.has("8000000").pays("1")).containsExactly("CRITICAL_BAND GOLD HIGH");
        assertThat(both.pays("1950000")).containsExactly("TIER_LOST GOLD CRITICAL", "NEAR_LINE PRIVATE LOW");
        assertThat(both.pays("100000")).containsExactly("CRITICAL_BAND PRIVATE HIGH");
        assertThat(both.gets("100001")).containsExactly("RECOVERED PRIVATE INFO");
        assertThat(both.gets("2000000")).containsExactly("RECOVERED GOLD INFO");
    }

    @Test
    void oneMovementCanFallThroughTwoLines() {
        TestClient both = TestClient.of(TestPolicy.with(TWO_LINES));
        assertThat(both.has("8000000").pays("2000001"))
                .containsExactly("TIER_LOST GOLD CRITICAL", "CRITICAL_BAND PRIVATE HIGH");
    }

    @Test
    void findingsOfOneRuleComeInTheOrderOfTheLines() {
        TestClient both = TestClient.of(TestPolicy.with(TWO_LINES));
        assertThat(both.has("1").gets("8000000")).containsExactly(QUALIFIED, "QUALIFIED GOLD INFO");
    }
}
