package io.tidemark.deliver.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Receipt;
import io.tidemark.deliver.Receipt.State;
import io.tidemark.deliver.smpp.SmppSettings.Receiving;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receipts as providers write them. */
class ReceiptReaderTest {
    private static final Instant NOW = Instant.parse("2026-07-14T02:03:04Z");
    private static final byte RECEIPT = 4;
    private static final byte INTERMEDIATE = 0x20;

    @Test
    void readsWhatTheProtocolSuggests() {
        DeliverSm received = receipt("id:0123456789 sub:001 dlvrd:001 submit date:2607140201 done date:2607140202"
                + " stat:DELIVRD err:000 Text:id:99 stat:UNDELIV");

        assertThat(reader(MessageIds.AS_IS, ZoneOffset.UTC).read(received))
                .contains(new Receipt(
                        "carrier-a",
                        "0123456789",
                        State.DELIVERED,
                        null,
                        "+8613800000001",
                        Instant.parse("2026-07-14T02:01:00Z"),
                        NOW));
    }

    @Test
    void theDateIsOfTheProvidersZone() {
        DeliverSm received = receipt("id:1 submit date:260714100159 stat:UNDELIV");

        assertThat(reader(MessageIds.AS_IS, ZoneId.of("Asia/Shanghai")).read(received))
                .contains(new Receipt(
                        "carrier-a",
                        "1",
                        State.FAILED,
                        Reason.UNDELIVERABLE,
                        "+8613800000001",
                        Instant.parse("2026-07-14T02:01:00Z"),
                        NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "STAT:DELIVERED ID:ab-12,ab-12,DELIVERED",
        "id: 7 stat: EXPIRED,7,EXPIRED",
        "id:7 stat:FAILED,7,FAILED",
        "id:7 stat:DELETED,7,FAILED",
        "id:7 err:001,7,UNKNOWN",
        "id:7 stat:BUFFERED,7,UNKNOWN",
        "id:7 stat:X,7,UNKNOWN",
        "id:7 submit date:9999999999 stat:REJECTD,7,FAILED"
    })
    void toleratesOtherOrdersWordsAndGaps(String text, String part, State state) {
        Receipt receipt =
                reader(MessageIds.AS_IS, ZoneOffset.UTC).read(receipt(text)).orElseThrow();

        assertThat(receipt.part()).isEqualTo(part);
        assertThat(receipt.state()).isEqualTo(state);
        assertThat(receipt.submittedAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1,UNKNOWN",
        "2,DELIVERED",
        "3,EXPIRED",
        "4,FAILED",
        "5,FAILED",
        "6,UNKNOWN",
        "7,UNKNOWN",
        "8,FAILED",
        "9,UNKNOWN"
    })
    void readsParametersWhereThereIsNoText(byte number, State state) {
        DeliverSm received = receipt("");
        received.setOptionalParameters(
                new OptionalParameter.Receipted_message_id("00ff"), new OptionalParameter.Message_state(number));

        assertThat(reader(MessageIds.HEX_TO_DECIMAL, ZoneOffset.UTC).read(received))
                .hasValueSatisfying(receipt -> {
                    assertThat(receipt.part()).isEqualTo("255");
                    assertThat(receipt.state()).isEqualTo(state);
                });
    }

    @Test
    void readsALongTextFromItsParameter() {
        DeliverSm received = receipt("");
        received.setOptionalParameters(
                new OptionalParameter.Message_payload("id:7 stat:DELIVRD".getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(reader(MessageIds.AS_IS, ZoneOffset.UTC).read(received))
                .hasValueSatisfying(receipt -> assertThat(receipt.state()).isEqualTo(State.DELIVERED));
    }

    @Test
    void whatIsOnTheWayIsNotTheLastWord() {
        DeliverSm received = receipt("id:7 stat:DELIVRD");
        received.setEsmClass(INTERMEDIATE);

        assertThat(ReceiptReader.isReceipt(received)).isTrue();
        assertThat(reader(MessageIds.AS_IS, ZoneOffset.UTC).read(received))
                .hasValueSatisfying(receipt -> assertThat(receipt.state()).isEqualTo(State.UNKNOWN));
    }

    @Test
    void anIntermediateFailureHasNoReasonYet() {
        DeliverSm received = receipt("id:7 stat:UNDELIV");
        received.setEsmClass(INTERMEDIATE);

        assertThat(reader(MessageIds.AS_IS, ZoneOffset.UTC).read(received))
                .hasValueSatisfying(receipt -> assertThat(receipt.failure()).isNull());
    }

    @Test
    void withoutAnIdItIsAboutNothing() {
        assertThat(reader(MessageIds.AS_IS, ZoneOffset.UTC).read(receipt("stat:DELIVRD paid:7")))
                .isEmpty();
    }

    @Test
    void aWordForAnAddressIsNoPhone() {
        DeliverSm received = receipt("id:7 stat:DELIVRD");
        received.setSourceAddr("SHOREBANK");

        assertThat(reader(MessageIds.AS_IS, ZoneOffset.UTC).read(received))
                .hasValueSatisfying(receipt -> assertThat(receipt.phone()).isNull());
    }

    @ParameterizedTest
    @CsvSource({"0A1F,2591,0000002591", "00000010,16,16", "not-hex,not-hex,not-hex"})
    void theIdOfTheAnswerAndOfTheReceiptMeet(String answered, String id, String received) {
        assertThat(MessageIds.HEX_TO_DECIMAL.answered(answered)).isEqualTo(id);
        assertThat(MessageIds.HEX_TO_DECIMAL.received(received)).isEqualTo(id);
    }

    private static ReceiptReader reader(MessageIds ids, ZoneId zone) {
        return new ReceiptReader("carrier-a", new Receiving(ids, zone), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static DeliverSm receipt(String text) {
        DeliverSm received = new DeliverSm();
        received.setEsmClass(RECEIPT);
        received.setSourceAddr("8613800000001");
        received.setShortMessage(text.getBytes(StandardCharsets.ISO_8859_1));
        return received;
    }
}
