package io.tidemark.detect;

import static io.tidemark.detect.TestClient.CMB;
import static io.tidemark.detect.TestClient.USD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** "Applying a movement", 5. */
class InTransitTest {
    private static final String FELL = "leg: CRITICAL_BAND PRIVATE HIGH";

    private final TestClient client = TestClient.standard().has("6000000");

    @Test
    void moneyOnItsWayIsStillTheClients() {
        assertThat(client.sends("T1", "500000")).isEmpty();
        assertThat(client.assets()).isEqualTo("6000000.00");
        assertThat(client.inTransit()).isEqualTo("500000.00");
    }

    @Test
    void arrivingItLeavesTransit() {
        client.sends("T1", "500000");
        assertThat(client.on("second").receives("T1", "500000")).isEmpty();
        assertThat(client.assets()).isEqualTo("6000000.00");
        assertThat(client.inTransit()).isEqualTo("0.00");
    }

    @Test
    void theArrivalMayComeFirst() {
        assertThat(client.on("second").receives("T1", "500000")).isEmpty();
        assertThat(client.assets()).isEqualTo("6000000.00");
        assertThat(client.inTransit()).isEqualTo("-500000.00");
        assertThat(client.on("main").sends("T1", "500000")).isEmpty();
        assertThat(client.assets()).isEqualTo("6000000.00");
        assertThat(client.inTransit()).isEqualTo("0.00");
    }

    @Test
    void atTheGraceThePartnerIsStillInTime() {
        client.sends("T1", "500000");
        assertThat(client.later("PT2M").on("second").receives("T1", "500000")).isEmpty();
        assertThat(client.assets()).isEqualTo("6000000.00");
    }

    @Test
    void afterTheGraceTheExpiryComesFirstAndTheLatePartnerMovesNothingInTransit() {
        client.sends("T1", "500000");
        assertThat(client.later("PT2M0.000000001S").on("second").receives("T1", "500000"))
                .containsExactly(FELL);
        assertThat(client.assets()).isEqualTo("6000000.00");
        assertThat(client.inTransit()).isEqualTo("0.00");
    }

    @Test
    void anyMovementOfTheClientLetsALegExpire() {
        client.sends("T1", "500000");
        assertThat(client.later("PT3M").gets("0.01")).containsExactly(FELL);
        assertThat(client.assets()).isEqualTo("5500000.01");
    }

    @Test
    void theExpiryIsJudgedApartFromTheMovementThatBringsIt() {
        client.sends("T1", "500000");
        assertThat(client.later("PT3M").pays("750000")).containsExactly(FELL, "TIER_LOST PRIVATE CRITICAL");
        assertThat(client.judgements()).extracting(Judgement::before).containsExactly(600_000_000L, 550_000_000L);
        assertThat(client.judgements()).extracting(Judgement::after).containsExactly(550_000_000L, 475_000_000L);
    }

    @Test
    void theExpiryIsAttributedToTheLegsOwnMovement() {
        client.sends("T1", "500000");
        client.later("PT3M").gets("0.01");
        assertThat(client.judgements()).singleElement().satisfies(judgement -> {
            assertThat(judgement.movement().id().value()).isEqualTo("M1");
            assertThat(judgement.offset()).isEqualTo(1);
        });
    }

    @Test
    void aMovementBookedEarlierLetsNothingExpire() {
        client.sends("T1", "500000");
        assertThat(client.earlier("PT3M").gets("0.01")).isEmpty();
        assertThat(client.inTransit()).isEqualTo("500000.00");
    }

    @Test
    void aStaleMovementLetsNothingExpire() {
        client.sends("T1", "500000");
        assertThat(client.later("PT3M").repeatsTheLastMovement()).isEmpty();
        assertThat(client.inTransit()).isEqualTo("500000.00");
    }

    @Test
    void anArrivalWhosePartnerNeverComesCountsAfterTheGrace() {
        client.on("second").receives("T1", "500000");
        client.later("PT3M").gets("1");
        assertThat(client.assets()).isEqualTo("6500001.00");
    }

    @Test
    void severalLegsLeaveOldestFirst() {
        client.later("PT1M").sends("T1", "100000");
        client.earlier("PT1M").sends("T2", "1100000");
        assertThat(client.later("PT4M").gets("1")).containsExactly("leg: TIER_LOST PRIVATE CRITICAL");
        assertThat(client.judgements().get(0).movement().id().value()).isEqualTo("M2");
    }

    @Test
    void legsOfOneTimeLeaveInTheOrderRead() {
        client.sends("T1", "100000");
        client.sends("T2", "400000");
        assertThat(client.later("PT3M").gets("1")).containsExactly(FELL, "leg: BAND_WORSENED PRIVATE MEDIUM");
    }

    @Test
    void onlyLegsThatAreDueLeave() {
        client.sends("T1", "100000");
        client.later("PT1M").sends("T2", "400000");
        assertThat(client.later("PT1M30S").gets("1")).containsExactly(FELL);
        assertThat(client.inTransit()).isEqualTo("400000.00");
    }

    @Test
    void theWallClockLetsALegExpireToo() {
        client.sends("T1", "500000");
        assertThat(client.waits("PT1M59.999S")).isEmpty();
        assertThat(client.waits("PT0.001S")).containsExactly(FELL);
        assertThat(client.inTransit()).isEqualTo("0.00");
        assertThat(client.waits("PT1H")).isEmpty();
    }

    @Test
    void theWallClockCountsFromWhenTheLegWasRead() {
        client.at("1999-01-01T00:00:00Z").sends("T1", "500000");
        assertThat(client.waits("PT1M")).isEmpty();
        assertThat(client.on("second").receives("T1", "500000")).isEmpty();
    }

    @Test
    void aPartnerAfterTheWallClocksExpiryMovesNothingInTransit() {
        client.sends("T1", "500000");
        client.waits("PT2M");
        client.on("second").receives("T1", "500000");
        assertThat(client.assets()).isEqualTo("6000000.00");
    }

    @Test
    void legsNeverCountAsOutflow() {
        TestClient rich = TestClient.of(TestPolicy.with("'lines':[]")).has("20000000");
        assertThat(rich.later("P31D").sends("T1", "9000000")).isEmpty();
        assertThat(rich.later("PT3M").pays("1", CMB)).isEmpty();
    }

    @Test
    void aLegInAForeignCurrencyIsInTransitInTheBaseCurrency() {
        client.on("dollars", USD).has("100000").sends("T1", "1000");
        assertThat(client.inTransit()).isEqualTo("7000.00");
        client.on("main").receives("T1", "6990");
        assertThat(client.inTransit()).isEqualTo("0.00");
        assertThat(client.assets()).isEqualTo("6699990.00");
    }

    @Test
    void aTransferIdIsRememberedWithinTheLateness() {
        client.sends("T1", "100");
        client.later("P7D").gets("1");
        client.on("second").receives("T1", "100");
        assertThat(client.inTransit()).isEqualTo("0.00");
    }

    @Test
    void beyondTheLatenessItIsForgotten() {
        client.sends("T1", "100");
        client.later("P7DT1S").gets("1");
        client.on("second").receives("T1", "100");
        assertThat(client.inTransit()).isEqualTo("-100.00");
    }

    @Test
    void theLatestLegDecidesHowLongItIsRemembered() {
        client.sends("T1", "100");
        client.later("P6D").on("second").receives("T1", "100");
        client.later("P6D").gets("1");
        assertThat(client.state().transfers().remembered()).hasSize(1);
    }

    @Test
    void anExpiredLegCanOpenAnEpisodeThatItsLatePartnerCloses() {
        client.sends("T1", "500000");
        client.waits("PT2M");
        client.on("second").receives("T1", "500000");
        assertThat(client.gets("50000")).containsExactly("RECOVERED PRIVATE INFO");
    }
}
