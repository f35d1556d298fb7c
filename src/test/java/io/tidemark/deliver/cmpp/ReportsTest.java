package io.tidemark.deliver.cmpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Receipt;
import io.tidemark.deliver.Receipt.State;
import io.tidemark.deliver.cmpp.Inbound.Report;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:30:20Z");

    private static Receipt receipt(String stat, String time) {
        return Reports.receipt("mobile", new Report(0x0123456789abcdefL, stat, time, "13800000000"), NOW);
    }

    @ParameterizedTest
    @CsvSource({"DELIVRD, DELIVERED", "EXPIRED, EXPIRED", "ACCEPTD, UNKNOWN", "UNKNOWN, UNKNOWN", "'', UNKNOWN"})
    void theProtocolsWordsKeepTheirMeaning(String stat, State state) {
        assertThat(receipt(stat, "2611221430").state()).isEqualTo(state);
        assertThat(receipt(stat, "2611221430").failure()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNDELIV", "DELETED", "REJECTD", "MK:0001", "MI:0024", "CB:0001", "ID:0076"})
    void allElseIsAFailure(String stat) {
        assertThat(receipt(stat, "2611221430").state()).isEqualTo(State.FAILED);
        assertThat(receipt(stat, "2611221430").failure()).isEqualTo(Reason.UNDELIVERABLE);
    }

    @Test
    void timesAreChinas() {
        assertThat(receipt("DELIVRD", "2611221430").submittedAt()).isEqualTo(Instant.parse("2026-11-22T06:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000000000", "2613221430", "26112214", "now"})
    void whatIsNoTimeIsAbsent(String time) {
        assertThat(receipt("DELIVRD", time).submittedAt()).isNull();
    }

    @Test
    void aPartIsSixteenDigits() {
        assertThat(receipt("DELIVRD", "").part()).isEqualTo("0123456789abcdef");
        assertThat(Reports.part(-1)).isEqualTo("ffffffffffffffff");
    }
}
