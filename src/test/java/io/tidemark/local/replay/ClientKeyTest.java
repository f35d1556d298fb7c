package io.tidemark.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientKeyTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"clientId\":\"C-1\"}                              | C-1",
                "{\"counterparty\":{\"clientId\":\"X\"},\"clientId\":\"王\"} | 王",
                "{\"amount\":1.5,\"clientId\":\"C-1\",\"amount\":oops    | C-1",
                "{\"clientId\":\"\"}                                 | ``",
            })
    void theKeyIsTheClientEvenIfTheRestIsBroken(String line, String key) {
        assertThat(ClientKey.of(bytes(line))).isEqualTo(bytes(key));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "``",
                "not json",
                "[\"clientId\",\"C-1\"]",
                "{\"clientId\":17}",
                "{\"client",
                "{\"a\":\"C-1\"}",
                "null"
            })
    void aLineWithoutAReadableClientHasNoKey(String line) {
        assertThat(ClientKey.of(bytes(line))).isNull();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
