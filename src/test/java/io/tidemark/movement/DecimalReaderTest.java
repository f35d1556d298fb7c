package io.tidemark.movement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalReaderTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "-0.00, 0",
        "1, 100",
        "1.5, 150",
        "1.50, 150",
        "-1.05, -105",
        "007, 700",
        "00.01, 1",
        "92233720368547758.07, 9223372036854775807",
        "-92233720368547758.07, -9223372036854775807",
        "0000000000000000000000000000000001.00, 100"
    })
    void aStringIsExactInMinorUnits(String written, long minorUnits) throws Malformed {
        assertThat(DecimalReader.string(Field.AMOUNT, span(written), 2)).isEqualTo(minorUnits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "1.",
                ".5",
                "-.5",
                "+1",
                "--1",
                "1-",
                "1e2",
                "1E2",
                " 1",
                "1 ",
                "1,000",
                "1.0.0",
                "1_0",
                "0x1",
                "NaN",
                "Infinity",
                "one",
                "１",
                "99999999999999999999x"
            })
    void aStringThatIsNoPlainDecimalIsOfTheWrongType(String written) {
        Malformed malformed =
                catchThrowableOfType(Malformed.class, () -> DecimalReader.string(Field.AMOUNT, span(written), 2));
        assertThat(malformed.reason()).isEqualTo(MalformedReason.WRONG_TYPE);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5e1, 1500",
        "1.50E+1, 1500",
        "150e-2, 150",
        "1.001e1, 1001",
        "-1e0, -100",
        "0e9, 0",
        "0e999999999999999999999, 0",
        "92233720368547758.07e0, 9223372036854775807",
        "9e16, 9000000000000000000"
    })
    void aNumberIsExactWithItsExponent(String written, long minorUnits) throws Malformed {
        assertThat(DecimalReader.number(Field.AMOUNT, span(written), 2)).isEqualTo(minorUnits);
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, TOO_MANY_FRACTION_DIGITS",
        "1.000, TOO_MANY_FRACTION_DIGITS",
        "0.000, TOO_MANY_FRACTION_DIGITS",
        "1e-3, TOO_MANY_FRACTION_DIGITS",
        "1000e-3, TOO_MANY_FRACTION_DIGITS",
        "1.5000e1, TOO_MANY_FRACTION_DIGITS",
        "0e-3, TOO_MANY_FRACTION_DIGITS",
        "1e-999999999999999999999, TOO_MANY_FRACTION_DIGITS",
        "92233720368547758.08, VALUE_TOO_LARGE",
        "-92233720368547758.08, VALUE_TOO_LARGE",
        "1e17, VALUE_TOO_LARGE",
        "1e999999999, VALUE_TOO_LARGE",
        "1e999999999999999999999, VALUE_TOO_LARGE",
        "100000000000000000000000000000, VALUE_TOO_LARGE"
    })
    void aNumberThatMinorUnitsCannotHoldIsRefused(String written, MalformedReason reason) {
        Malformed malformed =
                catchThrowableOfType(Malformed.class, () -> DecimalReader.number(Field.AMOUNT, span(written), 2));
        assertThat(malformed.reason()).isEqualTo(reason);
    }

    @Test
    void aMillionDigitsCostNoMoreThanReadingThem() {
        String longest = "9".repeat(1_000_000);
        Malformed malformed = catchThrowableOfType(
                Malformed.class, () -> DecimalReader.number(Field.AMOUNT, span(longest + "e" + longest), 2));
        assertThat(malformed.reason()).isEqualTo(MalformedReason.VALUE_TOO_LARGE);
    }

    private static Span span(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Span(bytes, 0, bytes.length);
    }
}
