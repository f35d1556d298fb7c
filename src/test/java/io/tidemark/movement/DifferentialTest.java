package io.tidemark.movement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The decoder against another reading of the same bytes: they must agree on every record, broken ones included. */
class DifferentialTest {
    private static final int RECORDS = 60_000;
    private static final byte[] KEY = "C-1001".getBytes(UTF_8);
    private static final String[] ORIGINALS = {"""
        {"movementId":"M-0001","accountId":"6222020200112233445","clientId":"C-1001","sequence":812,
         "bookedAt":"2026-11-22T10:02:31.120+08:00","direction":"OUT","amount":"420000.00","currency":"CNY",
         "balanceAfter":"5840000.00","assetClass":"DEPOSIT","channel":"MOBILE",
         "counterparty":{"bank":"308584000013","name":"…"}}""", """
        {"movementId":"M-2","accountId":"A","clientId":"C-1001","sequence":0,"bookedAt":"1999-12-31T23:59:60Z",\
        "direction":"IN","amount":1500,"currency":"JPY","balanceAfter":-0,"transferId":"T-\\u00e9\\ud83d\\ude00"}""", """
        { "extra" : [ { "deep" : [ true , false , null ] } , -1.5E+3 ] , "sequence" : 9223372036854775807 ,
        "clientId" : "C-1001" , "accountId" : "é王😀" , "movementId" : "M\\t3" , "currency" : "KWD" ,
        "amount" : 1.5e1 , "balanceAfter" : "-12.345" , "direction" : "OUT" , "counterparty" : null ,
        "bookedAt" : "2024-02-29t00:00:00.123456789-09:30" }
        """};

    private final MovementDecoder decoder = new MovementDecoder();
    private final JacksonOracle oracle = new JacksonOracle();

    @Test
    void mutatedRecordsAreReadAsAnotherReaderReadsThem() {
        Random choice = new Random(8259);
        Mutations mutations = new Mutations(3629);
        Map<MalformedReason, Integer> refused = new EnumMap<>(MalformedReason.class);
        int accepted = 0;
        int undecided = 0;
        for (int i = 0; i < RECORDS; i++) {
            byte[] record = mutations.of(ORIGINALS[choice.nextInt(ORIGINALS.length)]);
            Object read = read(record);
            Optional<Object> expected = oracle.read(KEY, record);
            if (expected.isEmpty()) {
                undecided++;
                continue;
            }
            assertThat(read).as(() -> new String(record, UTF_8)).isEqualTo(expected.get());
            if (read instanceof MalformedReason reason) {
                refused.merge(reason, 1, Integer::sum);
            } else {
                accepted++;
            }
        }
        assertThat(undecided).isLessThan(RECORDS / 1000);
        assertThat(accepted).isGreaterThan(RECORDS / 20);
        assertThat(refused)
                .as("every reason the decoder knows has been met")
                .containsOnlyKeys(
                        MalformedReason.NOT_JSON,
                        MalformedReason.MISSING_FIELD,
                        MalformedReason.WRONG_TYPE,
                        MalformedReason.BAD_ID,
                        MalformedReason.KEY_NOT_CLIENT,
                        MalformedReason.AMOUNT_NOT_POSITIVE,
                        MalformedReason.TOO_MANY_FRACTION_DIGITS,
                        MalformedReason.VALUE_TOO_LARGE,
                        MalformedReason.UNKNOWN_CURRENCY,
                        MalformedReason.BAD_TIME);
    }

    private Object read(byte[] record) {
        try {
            return decoder.decode(KEY, record);
        } catch (Malformed malformed) {
            return malformed.reason();
        }
    }
}
