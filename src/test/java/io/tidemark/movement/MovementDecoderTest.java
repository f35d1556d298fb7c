package io.tidemark.movement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.bank.AccountId;
import io.tidemark.bank.BankCode;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.MovementId;
import io.tidemark.bank.TransferId;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Currency;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MovementDecoderTest {
    private static final String EXAMPLE = """
            {"movementId":"M-0001","accountId":"6222020200112233445","clientId":"C-1001","sequence":812,
             "bookedAt":"2026-11-22T10:02:31.120+08:00","direction":"OUT","amount":"420000.00","currency":"CNY",
             "balanceAfter":"5840000.00","assetClass":"DEPOSIT","channel":"MOBILE",
             "counterparty":{"bank":"308584000013","name":"…"}}""";

    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("movementId", "\"M-0001\"");
        FIELDS.put("accountId", "\"6222020200112233445\"");
        FIELDS.put("clientId", "\"C-1001\"");
        FIELDS.put("sequence", "812");
        FIELDS.put("bookedAt", "\"2026-11-22T10:02:31.120+08:00\"");
        FIELDS.put("direction", "\"OUT\"");
        FIELDS.put("amount", "\"420000.00\"");
        FIELDS.put("currency", "\"CNY\"");
        FIELDS.put("balanceAfter", "\"5840000.00\"");
        FIELDS.put("assetClass", "\"DEPOSIT\"");
        FIELDS.put("channel", "\"MOBILE\"");
        FIELDS.put("counterparty", "{\"bank\":\"308584000013\",\"name\":\"…\"}");
    }

    private final MovementDecoder decoder = new MovementDecoder();

    @Test
    void theExampleOfTheContractIsRead() throws Malformed {
        assertThat(decode(EXAMPLE))
                .isEqualTo(new Movement(
                        new MovementId("M-0001"),
                        new AccountId("6222020200112233445"),
                        new ClientId("C-1001"),
                        812,
                        BookingTime.toNanos(Instant.parse("2026-11-22T02:02:31.120Z")),
                        Direction.OUT,
                        42_000_000,
                        Currency.getInstance("CNY"),
                        584_000_000,
                        new BankCode("308584000013"),
                        null));
    }

    @Test
    void aMinimalRecordHasNeitherBankNorTransfer() throws Malformed {
        Movement movement = decode(with("assetClass", null, "channel", null, "counterparty", null));
        assertThat(movement.counterpartyBank()).isNull();
        assertThat(movement.transfer()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "null",
                "1",
                "\"M\"",
                "[]",
                "[{}]",
                "{",
                "}",
                "{}{}",
                "{},",
                "{} x",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{\"a\" 1}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":-}",
                "{\"a\":.5}",
                "{\"a\":5.}",
                "{\"a\":1e}",
                "{\"a\":1e+}",
                "{\"a\":0x1}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":tru}",
                "{\"a\":nulll}",
                "{\"a\":True}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\\u123\"}",
                "{\"a\":\"\\",
                "{\"a\":\"",
                "{\"a\":[1,]}",
                "{\"a\":[1 2]}",
                "{\"a\":[}",
                "{\"a\":{\"b\":}}",
                "{\"a\":1 /* no */}",
                "\uFEFF{}",
                "{\"a\":1}\u0000",
                "\u00A0{}"
            })
    void whatIsNotExactlyOneObjectIsNotJson(String value) {
        assertThat(reasonOf(value)).isEqualTo(MalformedReason.NOT_JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "C0 80, overlong",
        "C1 BF, overlong",
        "E0 9F BF, overlong",
        "F0 8F BF BF, overlong",
        "ED A0 80, a surrogate",
        "F4 90 80 80, above U+10FFFF",
        "F5 80 80 80, above U+10FFFF",
        "FF, no lead",
        "80, no lead",
        "E4 B8, cut off",
        "F0 9F 98, cut off",
        "C3 28, not continued",
        "E4 28 AD, not continued",
        "F0 9F 98 28, not continued"
    })
    void bytesThatAreNotUtf8AreNotJson(String hex, String why) {
        assertThat(reasonOf("C-1001", withBytesInName(hex))).as(why).isEqualTo(MalformedReason.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C2 80",
                "DF BF",
                "E0 A0 80",
                "ED 9F BF",
                "EE 80 80",
                "EF BF BF",
                "F0 90 80 80",
                "F4 8F BF BF",
                "7F"
            })
    void theEdgesOfUtf8AreAccepted(String hex) {
        assertThat(reasonOf("C-1001", withBytesInName(hex))).isNull();
    }

    @Test
    void aValueThatIsAbsentIsNotJson() {
        Malformed malformed =
                catchThrowableOfType(Malformed.class, () -> decoder.decode("C-1001".getBytes(UTF_8), null));
        assertThat(malformed.reason()).isEqualTo(MalformedReason.NOT_JSON);
    }

    @Test
    void sixtyFourLevelsAreReadAndOneMoreIsRefused() {
        assertThat(reasonOf(with("extra", "[".repeat(63) + "]".repeat(63)))).isNull();
        assertThat(reasonOf(with("extra", "[".repeat(64) + "]".repeat(64)))).isEqualTo(MalformedReason.NOT_JSON);
        String objects = "{\"a\":".repeat(63) + "1" + "}".repeat(63);
        assertThat(reasonOf(with("extra", objects))).isNull();
        assertThat(reasonOf(with("counterparty", objects))).isNull();
        assertThat(reasonOf(with("extra", "{\"a\":" + objects + "}"))).isEqualTo(MalformedReason.NOT_JSON);
        assertThat(reasonOf(with("extra", "[".repeat(1_000_000)))).isEqualTo(MalformedReason.NOT_JSON);
    }

    @Test
    void brokenJsonIsNotJsonEvenAfterAnotherFault() {
        assertThat(reasonOf("{\"movementId\":1,\"amount\":true")).isEqualTo(MalformedReason.NOT_JSON);
    }

    @Test
    void unknownFieldsAreIgnored() throws Malformed {
        assertThat(decode(with("extra", "{\"amount\":[1,2.5e-3,{\"bank\":null}],\"é\\n\":true}")))
                .isEqualTo(decode(EXAMPLE));
    }

    @Test
    void whitespaceAndOrderMakeNoDifference() throws Malformed {
        String spread =
                EXAMPLE.replace(":\"", " :\r\n\t \"").replace("{", " { ").replace("}", " } ");
        assertThat(decode(spread)).isEqualTo(decode(EXAMPLE));
        String reversed = "{\"transferId\":\"\",\"sequence\":812,"
                + EXAMPLE.replace("\"sequence\":812,", "").substring(1);
        assertThat(decode(reversed)).isEqualTo(decode(EXAMPLE));
    }

    @Test
    void escapesAreReadInNamesAndValues() throws Malformed {
        String escaped = EXAMPLE.replace("\"amount\"", "\"\\u0061mount\"")
                .replace("\"420000.00\"", "\"42\\u0030000.00\"")
                .replace("2026-11", "2026\\u002D11")
                .replace("\"OUT\"", "\"\\u004fUT\"")
                .replace("\"CNY\"", "\"C\\u004EY\"")
                .replace("C-1001", "C\\u002d1001");
        assertThat(decode(escaped)).isEqualTo(decode(EXAMPLE));
        assertThat(decode(with("transferId", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\uDE00é😀\""))
                        .transfer())
                .isEqualTo(new TransferId("\"\\/\b\f\n\r\té😀é😀"));
    }

    @Test
    void theLastOfRepeatedFieldsCounts() throws Malformed {
        String repeated = EXAMPLE.substring(0, EXAMPLE.length() - 1);
        assertThat(decode(repeated + ",\"amount\":\"1\",\"\\u0061mount\":\"2\"}")
                        .amount())
                .isEqualTo(200);
        assertThat(reasonOf(repeated + ",\"amount\":true}")).isEqualTo(MalformedReason.WRONG_TYPE);
        assertThat(reasonOf(repeated + ",\"amount\":null}")).isEqualTo(MalformedReason.MISSING_FIELD);
        assertThat(decode(repeated + ",\"counterparty\":{\"name\":\"n\"}}").counterpartyBank())
                .isNull();
        assertThat(decode(repeated + ",\"counterparty\":null}").counterpartyBank())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "movementId",
                "accountId",
                "clientId",
                "sequence",
                "bookedAt",
                "direction",
                "amount",
                "currency",
                "balanceAfter"
            })
    void whatTheContractDemandsMustBeThereAndOfItsType(String field) {
        assertThat(reasonOf(with(field, null))).isEqualTo(MalformedReason.MISSING_FIELD);
        assertThat(reasonOf(with(field, "null"))).isEqualTo(MalformedReason.MISSING_FIELD);
        assertThat(reasonOf(with(field, "true"))).isEqualTo(MalformedReason.WRONG_TYPE);
        assertThat(reasonOf(with(field, "{}"))).isEqualTo(MalformedReason.WRONG_TYPE);
        assertThat(reasonOf(with(field, "[]"))).isEqualTo(MalformedReason.WRONG_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"assetClass", "channel", "transferId"})
    void whatIsOptionalMayBeNullButNotOfAnotherType(String field) {
        assertThat(reasonOf(with(field, "null"))).isNull();
        assertThat(reasonOf(with(field, "\"\""))).isNull();
        assertThat(reasonOf(with(field, "1"))).isEqualTo(MalformedReason.WRONG_TYPE);
        assertThat(reasonOf(with(field, "false"))).isEqualTo(MalformedReason.WRONG_TYPE);
        assertThat(reasonOf(with(field, "{}"))).isEqualTo(MalformedReason.WRONG_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank", "account", "name"})
    void whatIsInTheCounterpartyIsOptionalToo(String field) {
        assertThat(reasonOf(with("counterparty", "{\"" + field + "\":null}"))).isNull();
        assertThat(reasonOf(with("counterparty", "{\"" + field + "\":\"\"}"))).isNull();
        assertThat(reasonOf(with("counterparty", "{\"" + field + "\":1}"))).isEqualTo(MalformedReason.WRONG_TYPE);
        assertThat(reasonOf(with("counterparty", "\"" + field + "\""))).isEqualTo(MalformedReason.WRONG_TYPE);
    }

    @Test
    void anEmptyBankOrTransferIsAbsent() throws Malformed {
        Movement movement = decode(with("counterparty", "{\"bank\":\"\"}", "transferId", "\"\""));
        assertThat(movement.counterpartyBank()).isNull();
        assertThat(movement.transfer()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"movementId", "accountId", "transferId"})
    void anIdHasAtMostSixtyFourCharactersOfUtf16(String field) {
        assertThat(reasonOf(with(field, quoted("x".repeat(64))))).isNull();
        assertThat(reasonOf(with(field, quoted("é".repeat(64))))).isNull();
        assertThat(reasonOf(with(field, quoted("😀".repeat(32))))).isNull();
        assertThat(reasonOf(with(field, quoted("\\u0061".repeat(64))))).isNull();
        assertThat(reasonOf(with(field, quoted("x".repeat(65))))).isEqualTo(MalformedReason.BAD_ID);
        assertThat(reasonOf(with(field, quoted("😀".repeat(33))))).isEqualTo(MalformedReason.BAD_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"movementId", "accountId", "clientId"})
    void anIdIsNotEmpty(String field) {
        assertThat(reasonOf(with(field, "\"\""))).isEqualTo(MalformedReason.BAD_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "x\\udc00", "\\ude00\\ud83d", "a\\u0000"})
    void textThatNoStoreCanKeepIsNoId(String text) {
        assertThat(reasonOf(with("movementId", quoted(text)))).isEqualTo(MalformedReason.BAD_ID);
        assertThat(reasonOf(with("transferId", quoted(text)))).isEqualTo(MalformedReason.BAD_ID);
        assertThat(reasonOf(with("counterparty", "{\"bank\":" + quoted(text) + "}")))
                .isEqualTo(MalformedReason.WRONG_TYPE);
        assertThat(reasonOf(with("channel", quoted(text)))).isNull();
    }

    @Test
    void theKeyMustBeTheClient() throws Malformed {
        assertThat(reasonOf(null, EXAMPLE)).isEqualTo(MalformedReason.KEY_NOT_CLIENT);
        assertThat(reasonOf("", EXAMPLE)).isEqualTo(MalformedReason.KEY_NOT_CLIENT);
        assertThat(reasonOf("C-100", EXAMPLE)).isEqualTo(MalformedReason.KEY_NOT_CLIENT);
        assertThat(reasonOf("C-1002", EXAMPLE)).isEqualTo(MalformedReason.KEY_NOT_CLIENT);
        assertThat(reasonOf("王-1", with("clientId", "\"王-1\""))).isNull();
        assertThat(reasonOf("王-1", with("clientId", "\"\\u738b-1\""))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0, 0", "9223372036854775807, 9223372036854775807"})
    void aSequenceIsANonNegativeLong(String written, long sequence) throws Malformed {
        assertThat(decode(with("sequence", written)).sequence()).isEqualTo(sequence);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"1\"', WRONG_TYPE",
        "1.0, WRONG_TYPE",
        "1e3, WRONG_TYPE",
        "-1, WRONG_TYPE",
        "9223372036854775808, VALUE_TOO_LARGE",
        "99999999999999999999999, VALUE_TOO_LARGE"
    })
    void anotherSequenceIsRefused(String written, MalformedReason reason) {
        assertThat(reasonOf(with("sequence", written))).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"CNY, 0.01, 1", "JPY, 100, 100", "KWD, 1.234, 1234", "KWD, 1, 1000"})
    void moneyIsInMinorUnitsOfItsCurrency(String currency, String written, long minorUnits) throws Malformed {
        Movement movement =
                decode(with("currency", quoted(currency), "amount", quoted(written), "balanceAfter", written));
        assertThat(movement.amount()).isEqualTo(minorUnits);
        assertThat(movement.balanceAfter()).isEqualTo(minorUnits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-0.00", "-1", "-0.01"})
    void anAmountIsAboveZero(String written) {
        assertThat(reasonOf(with("amount", quoted(written)))).isEqualTo(MalformedReason.AMOUNT_NOT_POSITIVE);
        assertThat(reasonOf(with("amount", written))).isEqualTo(MalformedReason.AMOUNT_NOT_POSITIVE);
    }

    @Test
    void fractionDigitsCountAsWritten() {
        assertThat(reasonOf(with("currency", "\"JPY\"", "amount", "\"1.00\"", "balanceAfter", "\"1\"")))
                .isEqualTo(MalformedReason.TOO_MANY_FRACTION_DIGITS);
        assertThat(reasonOf(with("balanceAfter", "\"1.000\""))).isEqualTo(MalformedReason.TOO_MANY_FRACTION_DIGITS);
        assertThat(reasonOf(with("balanceAfter", "0.000"))).isEqualTo(MalformedReason.TOO_MANY_FRACTION_DIGITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XAU", "XXX", "ZZZ", "cny", "CN", "", "CNYX", "C1Y", "元"})
    void aCurrencyWithoutMinorUnitsIsUnknown(String currency) {
        assertThat(reasonOf(with("currency", quoted(currency)))).isEqualTo(MalformedReason.UNKNOWN_CURRENCY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in", "Out", "", "INOUT", " IN"})
    void aDirectionIsInOrOut(String direction) {
        assertThat(reasonOf(with("direction", quoted(direction)))).isEqualTo(MalformedReason.WRONG_TYPE);
    }

    @Test
    void aComplaintNamesTheFieldButNeverItsContent() {
        Malformed malformed = catchThrowableOfType(Malformed.class, () -> decode(with("balanceAfter", "\"secret\"")));
        assertThat(malformed)
                .hasMessage("WRONG_TYPE: balanceAfter must be a decimal")
                .hasNoCause();
    }

    private Movement decode(String value) throws Malformed {
        return decoder.decode("C-1001".getBytes(UTF_8), value.getBytes(UTF_8));
    }

    private @Nullable MalformedReason reasonOf(String value) {
        return reasonOf("C-1001", value);
    }

    private @Nullable MalformedReason reasonOf(@Nullable String key, String value) {
        return reasonOf(key, value.getBytes(UTF_8));
    }

    private @Nullable MalformedReason reasonOf(@Nullable String key, byte[] value) {
        try {
            decoder.decode(key == null ? null : key.getBytes(UTF_8), value);
            return null;
        } catch (Malformed malformed) {
            return malformed.reason();
        }
    }

    /** The example with other fields; null leaves one out. */
    private static String with(@Nullable String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>(FIELDS);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] == null) {
                fields.remove(namesAndValues[i]);
            } else {
                fields.put(namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return fields.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static byte[] withBytesInName(String hex) {
        byte[] odd = HexFormat.ofDelimiter(" ").parseHex(hex);
        String around = with("counterparty", "{\"name\":\"|\"}");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(around.substring(0, around.indexOf('|')).getBytes(UTF_8));
        bytes.writeBytes(odd);
        bytes.writeBytes(around.substring(around.indexOf('|') + 1).getBytes(UTF_8));
        return bytes.toByteArray();
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
