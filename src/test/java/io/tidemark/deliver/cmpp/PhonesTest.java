package io.tidemark.deliver.cmpp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {
    @Test
    void aChineseMobileNumberIsDialledAsTheGatewayWantsIt() {
        assertThat(new Phones("").dialled("+8613800000000")).hasValue("13800000000");
        assertThat(new Phones("86").dialled("+8613800000000")).hasValue("8613800000000");
    }

    @Test
    void allOthersAreDialledFromAbroad() {
        assertThat(new Phones("86").dialled("+85251234567")).hasValue("0085251234567");
        assertThat(new Phones("").dialled("+861012345678")).hasValue("00861012345678");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "13800000000", "+", "+0123456", "+86 138 0000 0000", "+86138000000001234"})
    void whatIsNoInternationalNumberIsNotDialled(String mobile) {
        assertThat(new Phones("").dialled(mobile)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "13800000000, +8613800000000",
        "8613800000000, +8613800000000",
        "+8613800000000, +8613800000000",
        "008613800000000, +8613800000000",
        "0085251234567, +85251234567"
    })
    void howeverTheGatewayWritesANumberItIsTheMessagesOwn(String dialled, String mobile) {
        assertThat(Phones.international(dialled)).hasValue(mobile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10086", "51234567", "00", "abc"})
    void whatCannotBeToldIsNoNumber(String dialled) {
        assertThat(Phones.international(dialled)).isEmpty();
    }
}
