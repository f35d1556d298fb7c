package io.tidemark.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.assets.Episode;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** TIER_LOST, CRITICAL_BAND, BAND_WORSENED and RECOVERED. */
class EpisodesTest {
    private static final String FELL = "CRITICAL_BAND PRIVATE HIGH";
    private static final String LOST = "TIER_LOST PRIVATE CRITICAL";
    private static final String WORSENED = "BAND_WORSENED PRIVATE MEDIUM";
    private static final String RECOVERED = "RECOVERED PRIVATE INFO";

    private final TestClient client = TestClient.standard();

    @Test
    void aFallFromTheLineIntoTheBandOpensAnEpisode() {
        assertThat(client.has("6000000").pays("0.01")).containsExactly(FELL);
        assertThat(episode().lowest()).isEqualTo(599_999_999);
        assertThat(episode().crossings()).isEqualTo(1);
    }

    @Test
    void atTheLineTheClientStillQualifies() {
        assertThat(client.has("6050000").pays("50000")).isEmpty();
        assertThat(client.episode("PRIVATE")).isNull();
    }

    @Test
    void theLowerEdgeBelongsToTheBand() {
        assertThat(client.has("6050000").pays("1050000")).containsExactly(FELL);
    }

    @Test
    void belowTheBandTheTierIsLost() {
        assertThat(client.has("6050000").pays("1050000.01")).containsExactly(LOST);
        assertThat(episode().tierLost()).isTrue();
    }

    @Test
    void aClientWhoNeverQualifiedOpensNothing() {
        assertThat(client.has("5999999.99").pays("500000")).isEmpty();
        assertThat(client.pays("2000000")).isEmpty();
        assertThat(client.episode("PRIVATE")).isNull();
    }

    @Test
    void aSecondFallInTheSameEpisodeStaysSilentAndIsCounted() {
        client.has("6020000").pays("30000");
        assertThat(client.gets("30000")).isEmpty();
        assertThat(client.pays("30000")).isEmpty();
        assertThat(client.gets("59999.99")).isEmpty();
        assertThat(client.pays("59999.99")).isEmpty();
        assertThat(episode().crossings()).isEqualTo(3);
    }

    @Test
    void movingBelowTheLineIsNoCrossing() {
        client.has("6020000").pays("30000");
        client.pays("100000");
        client.gets("50000");
        assertThat(episode().crossings()).isEqualTo(1);
    }

    @Test
    void theLowestIsKeptWhileItRises() {
        client.has("6020000").pays("120000");
        client.gets("110000");
        assertThat(episode().lowest()).isEqualTo(590_000_000);
    }

    @Test
    void anotherStepDeeperIsWorse() {
        client.has("6000000").pays("0.01");
        assertThat(client.pays("249999.98")).isEmpty();
        assertThat(client.pays("0.01")).containsExactly(WORSENED);
        assertThat(client.pays("249999.99")).isEmpty();
        assertThat(client.pays("0.01")).containsExactly(WORSENED);
    }

    @Test
    void aLevelOnceNotedStaysSilent() {
        client.has("6000000").pays("250000");
        client.gets("200000");
        assertThat(client.pays("200000")).isEmpty();
        assertThat(client.pays("249999.99")).isEmpty();
    }

    @Test
    void theOpeningNotesItsOwnLevel() {
        assertThat(client.has("6000000").pays("600000")).containsExactly(FELL);
        assertThat(client.pays("100000")).isEmpty();
        assertThat(client.pays("50000")).containsExactly(WORSENED);
    }

    @Test
    void severalStepsAtOnceAlertOnce() {
        client.has("6000000").pays("1");
        assertThat(client.pays("800000")).containsExactly(WORSENED);
        client.gets("300000");
        assertThat(client.pays("300000")).isEmpty();
    }

    @Test
    void theTierIsLostOncePerEpisode() {
        client.has("6000000").pays("1");
        assertThat(client.pays("999999.01")).containsExactly(LOST);
        client.gets("500000");
        assertThat(client.pays("600000")).isEmpty();
    }

    @Test
    void afterTierLostNothingWorsens() {
        client.has("6000000").pays("1000000.01");
        assertThat(client.gets("600000")).isEmpty();
        assertThat(client.pays("500000")).isEmpty();
    }

    @Test
    void aFallFromTheLineThroughTheBandInAnOpenEpisodeLosesTheTier() {
        client.has("6000000").pays("1");
        client.gets("1");
        assertThat(client.pays("1000000.01")).containsExactly(LOST);
        assertThat(episode().crossings()).isEqualTo(2);
    }

    @Test
    void theEpisodeClosesAtTheRecoveryMargin() {
        client.has("6000000").pays("100000");
        assertThat(client.gets("149999.99")).isEmpty();
        assertThat(client.gets("0.01")).containsExactly(RECOVERED);
        assertThat(client.episode("PRIVATE")).isNull();
    }

    @Test
    void aFallAfterTheRecoveryOpensANewEpisode() {
        client.has("6000000").pays("1000000.01");
        client.gets("1060000");
        assertThat(client.pays("60000")).containsExactly(FELL);
        assertThat(episode().tierLost()).isFalse();
        assertThat(episode().crossings()).isEqualTo(1);
    }

    @Test
    void risingToTheLineInAnEpisodeIsNoQualifying() {
        client.has("6000000").pays("100000");
        assertThat(client.gets("100000")).isEmpty();
    }

    @Test
    void aRecoveryIsNoQualifying() {
        client.has("6000000").pays("100000");
        assertThat(client.gets("500000")).containsExactly(RECOVERED);
    }

    @Test
    void theClosedEpisodeIsTheOneThatTheRecoverySpeaksOf() {
        client.has("6000000").pays("100000");
        client.gets("500000");
        assertThat(client.judgements().get(0).episodes()).containsOnlyKeys("PRIVATE");
        assertThat(client.judgements().get(0).episodes().get("PRIVATE").lowest())
                .isEqualTo(590_000_000);
    }

    private Episode episode() {
        return Objects.requireNonNull(client.episode("PRIVATE"));
    }
}
