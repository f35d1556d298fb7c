package io.tidemark.detect;

import static io.tidemark.detect.TestClient.CMB;
import static io.tidemark.detect.TestClient.CNY;
import static io.tidemark.detect.TestClient.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bank.BankCode;
import io.tidemark.bank.Banks;
import io.tidemark.bank.Rates;
import io.tidemark.detect.Versions.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Banks and rates hold from when they were published to hold, as policies do. */
class EditionsInForceTest {
    private static final Instant APRIL = Instant.parse("2025-04-01T00:00:00Z");
    private static final String IN_MARCH = "2025-03-31T23:59:59.999999999Z";
    private static final String IN_APRIL = "2025-04-01T00:00:00Z";

    @ParameterizedTest
    @CsvSource({"COMPETITOR, true", "PAYMENT, true", "OWN, false", "NOT_COMPETITOR, false"})
    void theKindOfABankSaysWhetherItCompetes(Banks.Kind kind, boolean competes) {
        TestClient client = TestClient.amidst(Versions.always(banks(CMB, kind))).has("90000000");
        assertThat(client.pays("500000", CMB)).hasSize(competes ? 1 : 0);
    }

    @Test
    void aBankThatNobodyToldOfIsACompetitor() {
        TestClient client = TestClient.amidst(Versions.always(banks("104100000004", Banks.Kind.OWN)))
                .has("90000000");
        assertThat(client.pays("500000", CMB)).containsExactly("COMPETITOR_OUTFLOW HIGH");
    }

    @Test
    void whatThePolicySparesIsSparedWhateverIsImported() {
        TestClient client = TestClient.amidst(Versions.always(banks(TestPolicy.TAX_OFFICE, Banks.Kind.COMPETITOR)))
                .has("90000000");
        assertThat(client.pays("500000", TestPolicy.TAX_OFFICE)).isEmpty();
    }

    @Test
    void aMovementIsJudgedByTheBanksInForceWhenItWasBooked() {
        TestClient client = TestClient.amidst(
                        changed(banks(CMB, Banks.Kind.COMPETITOR), banks(CMB, Banks.Kind.NOT_COMPETITOR)))
                .has("90000000");
        assertThat(client.at(IN_APRIL).pays("500000", CMB)).isEmpty();
        assertThat(client.at(IN_MARCH).pays("500000", CMB)).containsExactly("COMPETITOR_OUTFLOW HIGH");
    }

    @Test
    void aMovementIsWorthTheRateInForceWhenItWasBooked() {
        TestClient client =
                TestClient.whoseMoneyIsWorth(changed(rates("7"), rates("8"))).on("dollars", USD);
        client.at(IN_MARCH).gets("1000");
        assertThat(client.assets()).isEqualTo("7000.00");
        client.at(IN_APRIL).gets("1000");
        assertThat(client.assets()).isEqualTo("16000.00");
        client.at(IN_MARCH).pays("1000");
        assertThat(client.assets()).isEqualTo("7000.00");
    }

    @Test
    void whatLeavesTransitIsWorthWhatItWasWhenItWasBooked() {
        TestClient client =
                TestClient.whoseMoneyIsWorth(changed(rates("7"), rates("8"))).on("dollars", USD);
        client.at(IN_MARCH).gets("3000");
        client.at(IN_MARCH).sends("T1", "1000");
        assertThat(client.assets()).isEqualTo("21000.00");
        client.on("yuan", CNY).at("2025-04-01T01:00:00Z").gets("1");
        assertThat(client.assets()).isEqualTo("14001.00");
    }

    private static <T> Versions<T> changed(T until, T from) {
        return new Versions<>(List.of(
                new Version<>(1, until, Instant.EPOCH, Instant.EPOCH), new Version<>(2, from, APRIL, Instant.EPOCH)));
    }

    private static Banks banks(String code, Banks.Kind kind) {
        return new Banks(Map.of(new BankCode(code), new Banks.Bank("a bank", kind)));
    }

    private static Rates rates(String dollar) {
        return new Rates(CNY, Map.of(USD, new BigDecimal(dollar)));
    }
}
