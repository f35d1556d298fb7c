package io.tidemark.detect;

import static io.tidemark.detect.TestClient.CMB;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Several findings of one movement. */
class FindingsTest {
    @Test
    void theyComeInTheOrderOfTheRules() {
        TestClient client = TestClient.standard().has("6200000").later("P30D");
        assertThat(client.pays("1150000", CMB))
                .containsExactly(
                        "CRITICAL_BAND PRIVATE HIGH",
                        "COMPETITOR_OUTFLOW HIGH",
                        "CUMULATIVE_OUTFLOW PT24H HIGH",
                        "ABNORMAL_OUTFLOW MEDIUM");
    }

    @Test
    void nearingALineComesAfterOutflows() {
        TestClient client = TestClient.standard().has("7000000");
        assertThat(client.pays("950000", CMB)).containsExactly("COMPETITOR_OUTFLOW HIGH", "NEAR_LINE PRIVATE LOW");
    }

    @Test
    void windowsComeInTheOrderOfThePolicy() {
        TestClient client = TestClient.of(TestPolicy.with("'lines':[]")).has("90000000");
        assertThat(client.pays("3000000", CMB))
                .containsExactly(
                        "COMPETITOR_OUTFLOW HIGH",
                        "CUMULATIVE_OUTFLOW PT24H HIGH",
                        "CUMULATIVE_OUTFLOW P7D HIGH",
                        "CUMULATIVE_OUTFLOW P30D HIGH");
    }

    @Test
    void theyAreOneJudgement() {
        TestClient client = TestClient.standard().has("6200000");
        client.pays("1150000", CMB);
        assertThat(client.judgements()).hasSize(1);
    }

    @Test
    void aMovementThatFindsNothingIsNotJudged() {
        TestClient client = TestClient.standard().has("7000000");
        client.gets("1");
        assertThat(client.judgements()).isEmpty();
    }
}
