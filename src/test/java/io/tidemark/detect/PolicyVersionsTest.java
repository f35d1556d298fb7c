package io.tidemark.detect;

import static io.tidemark.detect.TestClient.CMB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.detect.Versions.Version;
import io.tidemark.movement.BookingTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** "Changing the policy". */
class PolicyVersionsTest {
    private static final Instant APRIL = Instant.parse("2025-04-01T00:00:00Z");
    private static final String IN_MARCH = "2025-03-31T23:59:59.999999999Z";
    private static final String IN_APRIL = "2025-04-01T00:00:00Z";

    @Test
    void aMovementIsJudgedByTheVersionInForceWhenItWasBooked() {
        TestClient client =
                TestClient.of(changed("", "'lines':[{'minimum':'8000000'}]")).has("8000000");
        assertThat(client.at(IN_MARCH).pays("0.01")).isEmpty();
        assertThat(client.at(IN_APRIL).gets("0.01")).containsExactly("QUALIFIED PRIVATE INFO");
        assertThat(client.pays("0.01")).containsExactly("CRITICAL_BAND PRIVATE HIGH");
        assertThat(client.at(IN_MARCH).pays("1000000")).containsExactly("RECOVERED PRIVATE INFO");
    }

    @Test
    void theVersionThatJudgedIsTold() {
        TestClient client = TestClient.of(changed("", "")).has("20000000");
        client.at(IN_MARCH).pays("500000", CMB);
        assertThat(client.judgements().get(0).policy().version()).isEqualTo(1);
        client.at(IN_APRIL).pays("500000", CMB);
        assertThat(client.judgements().get(0).policy().version()).isEqualTo(2);
    }

    @Test
    void aVersionNeverTakesEffectBeforeItWasPublished() {
        Policies policies = new Policies(List.of(
                new Version<>(1, TestPolicy.version(1, ""), Instant.EPOCH, Instant.EPOCH),
                new Version<>(2, TestPolicy.version(2, ""), Instant.EPOCH, APRIL)));
        assertThat(policies.inForceAt(nanos(APRIL) - 1).version()).isEqualTo(1);
        assertThat(policies.inForceAt(nanos(APRIL)).version()).isEqualTo(2);
    }

    @Test
    void aVersionPublishedAheadTakesEffectWhenItSays() {
        Policies policies = changed("", "");
        assertThat(policies.inForceAt(nanos(APRIL) - 1).version()).isEqualTo(1);
        assertThat(policies.inForceAt(nanos(APRIL)).version()).isEqualTo(2);
    }

    @Test
    void ofTwoThatTakeEffectAtOnceTheNewerHolds() {
        Policies policies = new Policies(List.of(
                new Version<>(1, TestPolicy.version(1, ""), Instant.EPOCH, Instant.EPOCH),
                new Version<>(3, TestPolicy.version(3, ""), APRIL, APRIL),
                new Version<>(2, TestPolicy.version(2, ""), APRIL, APRIL)));
        assertThat(policies.inForceAt(nanos(APRIL)).version()).isEqualTo(3);
    }

    @Test
    void theFirstVersionHoldsForWhatWasBookedBeforeIt() {
        Policies policies = new Policies(List.of(new Version<>(1, TestPolicy.standard(), APRIL, APRIL)));
        assertThat(policies.inForceAt(Long.MIN_VALUE).version()).isEqualTo(1);
    }

    @Test
    void episodesAndTheirLevelsCarryOver() {
        TestClient client =
                TestClient.of(changed("", "'lines':[{'worsenStep':'100000'}]")).has("6000000");
        client.at(IN_MARCH).pays("500000");
        assertThat(client.at(IN_APRIL).gets("300000")).isEmpty();
        assertThat(client.pays("100000")).containsExactly("BAND_WORSENED PRIVATE MEDIUM");
    }

    @Test
    void outflowsCarryOverIntoTheWindowsOfANewVersion() {
        TestClient client = TestClient.of(
                        changed(
                                "'lines':[],'outflow':{'single':'90000000','share':'1','windows':[]}",
                                "'lines':[],'outflow':{'single':'90000000','share':'1','windows':[{'window':'P60D','amount':'900000'}]}"))
                .has("20000000");
        client.at("2025-03-05T00:00:00Z").pays("500000", CMB);
        client.at("2025-03-25T00:00:00Z").pays("300000", CMB);
        assertThat(client.at(IN_APRIL).pays("100000", CMB)).containsExactly("CUMULATIVE_OUTFLOW P60D HIGH");
    }

    @Test
    void aWindowStaysDisarmedUnderANewVersion() {
        TestClient client = TestClient.of(changed("'lines':[]", "'lines':[]")).has("20000000");
        client.at(IN_MARCH).pays("1000000", CMB);
        assertThat(client.at(IN_APRIL).pays("1", CMB)).isEmpty();
    }

    @Test
    void daysCarryOverIntoTheLongerLookBackOfANewVersion() {
        String alone = "'lines':[],'outflow':{'single':'90000000','share':'1','windows':[]}";
        TestClient client = TestClient.of(changed(alone + ",'abnormal':{'lookBack':'P5D'}", alone))
                .has("20000000");
        client.pays("400000");
        client.at("2025-03-25T00:00:00Z").pays("1");
        assertThat(client.at("2025-04-03T00:00:00Z").pays("700000")).isEmpty();
    }

    @Test
    void aLegThatExpiresIsJudgedByTheVersionOfItsOwnMovement() {
        TestClient client = TestClient.of(changed("", "'lines':[]")).has("6000000");
        client.at(IN_MARCH).sends("T1", "500000");
        assertThat(client.at("2025-04-01T01:00:00Z").gets("1")).containsExactly("leg: CRITICAL_BAND PRIVATE HIGH");
    }

    @Test
    void eachLegHasTheGraceOfItsOwnVersion() {
        TestClient client = TestClient.of(changed("'settlingGrace':'PT1H'", "")).has("6000000");
        client.at(IN_MARCH).sends("T1", "100000");
        client.at(IN_APRIL).sends("T2", "200000");
        client.later("PT10M").gets("1");
        assertThat(client.inTransit()).isEqualTo("100000.00");
    }

    @Test
    void whatALateMovementOfAMorePatientVersionCanReachIsRemembered() {
        TestClient client = TestClient.of(changed("'lines':[],'lateness':'P20D'", "'lines':[]"))
                .has("20000000");
        client.at("2025-03-03T12:00:00Z").pays("2900000", CMB);
        client.at("2025-04-12T00:00:00Z").pays("1", CMB);
        assertThat(client.at("2025-03-25T00:00:00Z").pays("100000", CMB))
                .containsExactly("CUMULATIVE_OUTFLOW P30D HIGH");
    }

    @Test
    void aNewVersionCannotChangeTheBaseCurrency() {
        assertThatThrownBy(() -> changed("", "'baseCurrency':'USD'"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("base currency");
    }

    private static Policies changed(String until, String from) {
        return new Policies(List.of(
                new Version<>(1, TestPolicy.version(1, until), Instant.EPOCH, Instant.EPOCH),
                new Version<>(2, TestPolicy.version(2, from), APRIL, Instant.EPOCH)));
    }

    private static long nanos(Instant instant) {
        return BookingTime.toNanos(instant);
    }
}
