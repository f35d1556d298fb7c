package io.tidemark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.intake.ParkedRecords.Parked;
import io.tidemark.movement.MalformedReason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartitionFoldTest {
    private static final Instant NOW = Instant.parse("2025-03-03T02:00:00Z");
    private static final String IN = """
            {"movementId":"M-1","accountId":"A-1","clientId":"C-1","sequence":0,"bookedAt":"2025-03-03T10:00:00+08:00",
             "direction":"IN","amount":"100.00","currency":"CNY","balanceAfter":"100.00"}""";
    private static final String LEG = IN.replace("\"sequence\":0", "\"sequence\":1,\"transferId\":\"T-1\"");

    private final PartitionFold fold = fold(40, 40);

    @Test
    void aLegThatLeavesTransitChangesTheStateEvenIfNothingIsFound() {
        fold.fold(List.of(record(40, IN), record(41, LEG)), NOW);
        fold.checkpoint(List.of());
        assertThat(fold.expire(NOW.plus(Duration.ofMinutes(1)))).isEmpty();
        assertThat(fold.expire(NOW.plus(Duration.ofMinutes(2)))).hasValue(List.of());
        assertThat(fold.checkpoint(List.of()).changed()).hasSize(1);
    }

    @Test
    void whatIsAppliedWhatIsStaleAndWhatIsParkedIsCounted() {
        fold.fold(List.of(record(40, IN), record(41, IN), record(42, "?"), record(43, LEG)), NOW);
        assertThat(fold.checkpoint(List.of()).counts()).isEqualTo(new Counts(2, 1, 1));
    }

    @Test
    void theCheckpointStandsAfterTheLastRecordWhateverItWas() {
        fold.fold(List.of(record(40, IN), record(47, "?")), NOW);
        assertThat(fold.isAhead()).isTrue();
        assertThat(fold.checkpoint(List.of()).nextOffset()).isEqualTo(48);
        assertThat(fold.isAhead()).isFalse();
    }

    @Test
    void aMalformedRecordIsParkedAndThePartitionGoesOn() {
        var folded = fold.fold(List.of(record(40, "?"), record(41, IN)), NOW);
        assertThat(folded.parked()).extracting(Parked::reason).containsExactly(MalformedReason.NOT_JSON);
        assertThat(fold.checkpoint(List.of()).changed()).hasSize(1);
    }

    @Test
    void aCurrencyWithoutARateIsParked() {
        assertThat(parked(IN.replace("CNY", "CHF"))).isEqualTo(MalformedReason.NO_RATE);
    }

    @Test
    void aValueThatNoLongHoldsIsParked() {
        fold.fold(List.of(record(40, IN.replace("\"100.00\"}", "\"90000000000000000.00\"}"))), NOW);
        String second = IN.replace("A-1", "A-2").replace("\"100.00\"}", "\"90000000000000000.00\"}");
        assertThat(parked(second)).isEqualTo(MalformedReason.VALUE_TOO_LARGE);
    }

    @Test
    void aDayAheadOfTheClockIsAllowedAndNoMore() {
        fold.fold(List.of(record(40, IN.replace("03T10:00:00+", "04T10:00:00+"))), NOW);
        assertThat(fold.checkpoint(List.of()).counts().applied()).isEqualTo(1);
        assertThat(parked(IN.replace("03T10:00:00+", "04T10:00:00.000000001+")))
                .isEqualTo(MalformedReason.BOOKED_IN_FUTURE);
    }

    @Test
    void newerRulesAreAdoptedAndTheNextCheckpointKnowsIt() {
        assertThat(fold.adopt(rules(4))).isFalse();
        assertThat(fold.adopt(rules(3))).isFalse();
        assertThat(fold.checkpoint(List.of()).edition()).isEqualTo(4);
        assertThat(fold.adopt(rules(6))).isTrue();
        assertThat(fold.checkpoint(List.of()).edition()).isEqualTo(6);
    }

    @Test
    void aFoldThatRepeatsAdoptsNothing() {
        PartitionFold repeating = fold(40, 42);
        assertThat(repeating.adopt(rules(6))).isFalse();
        repeating.fold(List.of(record(40, IN)), NOW);
        assertThat(repeating.adopt(rules(6))).isFalse();
        repeating.fold(List.of(record(41, LEG)), NOW);
        assertThat(repeating.adopt(rules(6))).isTrue();
    }

    private MalformedReason parked(String json) {
        return fold.fold(List.of(record(60, json)), NOW).parked().get(0).reason();
    }

    private static RawRecord record(long offset, String json) {
        return new RawRecord(
                offset, "C-1".getBytes(StandardCharsets.UTF_8), json.getBytes(StandardCharsets.UTF_8), List.of());
    }

    private static PartitionFold fold(long nextOffset, long foundUpTo) {
        Epoch epoch = new Epoch(new Partition("balance-movements", 0), 1);
        return new PartitionFold(
                rules(4), new Journal.Taken(epoch, nextOffset, foundUpTo, Counts.NONE, 4), new HashMap<>());
    }

    private static Rules rules(long edition) {
        return new Rules(edition, new Samples().detector(), Duration.ofDays(1));
    }
}
