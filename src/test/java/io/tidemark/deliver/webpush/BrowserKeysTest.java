package io.tidemark.deliver.webpush;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.local.push.VapidPair;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserKeysTest {
    private static final String POINT = VapidPair.generate().publicKey();
    private static final String AUTH = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[16]);

    @Test
    void aPointOfTheCurveIsAKeyWithPaddingOrWithout() {
        assertThatCode(() -> new BrowserKeys(POINT, AUTH)).doesNotThrowAnyException();
        assertThatCode(() -> new BrowserKeys(POINT + "=", AUTH + "==")).doesNotThrowAnyException();
    }

    @Test
    void aPointBesideTheCurveIsNone() {
        byte[] moved = Base64.getUrlDecoder().decode(POINT);
        moved[64] ^= 1;
        refused(moved);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 6})
    void anyOtherFormOfAPointIsNone(int form) {
        byte[] other = Base64.getUrlDecoder().decode(POINT);
        other[0] = (byte) form;
        refused(other);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32, 33, 64, 66})
    void anyOtherLengthIsNone(int length) {
        refused(new byte[length]);
    }

    @Test
    void theSecretHasSixteenBytes() {
        assertThatThrownBy(() -> new BrowserKeys(POINT, "AAAA")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BrowserKeys(POINT, "§")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void refused(byte[] point) {
        String key = Base64.getUrlEncoder().encodeToString(point);
        assertThatThrownBy(() -> new BrowserKeys(key, AUTH)).isInstanceOf(IllegalArgumentException.class);
    }
}
