package io.tidemark.deliver.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.startup.StartupProblem;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsmpp.bean.TypeOfNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SmppSettingsTest {
    private static final String FIRST = "tidemark.deliver.smpp[0].";

    @Test
    void withoutSettingsThereIsNoGateway() {
        assertThat(bound(Map.of()).smpp()).isEmpty();
        assertThat(new SmppGateways(List.of()).configured()).isEmpty();
    }

    @Test
    void nameHostAndAccountAreEnough() {
        SmppSettings settings = bound(least()).smpp().get(0);

        assertThat(settings.port()).isEqualTo(2775);
        assertThat(settings.tls()).isFalse();
        assertThat(settings.window()).isEqualTo(10);
        assertThat(settings.maxParts()).isEqualTo(10);
        assertThat(settings.timing().submitTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.timing().reconnectLongest()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.source().ton()).isEqualTo(TypeOfNumber.UNKNOWN);
        assertThat(settings.receipts().messageIdFormat()).isEqualTo(MessageIds.AS_IS);
        assertThat(settings.preamble()).isEmpty();
    }

    @Test
    void allCanBeSaid() {
        SmppSettings settings = bound(least(Map.of(
                        "signature", "岸边银行",
                        "source.ton", "alphanumeric",
                        "source.address", "SHOREBANK",
                        "timing.submit-timeout", "3s",
                        "receipts.message-id-format", "hex-to-decimal",
                        "receipts.zone", "Asia/Shanghai")))
                .smpp()
                .get(0);

        assertThat(settings.preamble()).isEqualTo("【岸边银行】");
        assertThat(settings.source().ton()).isEqualTo(TypeOfNumber.ALPHANUMERIC);
        assertThat(settings.timing().submitTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.receipts().messageIdFormat()).isEqualTo(MessageIds.HEX_TO_DECIMAL);
        assertThat(settings.receipts().zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void thePasswordIsNeverShown() {
        assertThat(bound(least()).toString()).contains("tidemark").doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "name,Carrier A,no usable name",
        "host,'',where the provider is",
        "port,0,no possible port",
        "window,0,no usable window",
        "max-parts,256,no usable max-parts",
        "account.system-id,,no usable system-id",
        "account.password,much-too-long,no room for",
        "timing.enquire-link,0s,not positive",
        "timing.reconnect-first,10m,reconnect-first above",
        "source.address,123456789012345678901,too long an address"
    })
    void whatIsWrongIsSaidInASentence(String property, String value, String sentence) {
        assertThatThrownBy(() -> bound(least(Map.of(property, value == null ? "" : value))))
                .rootCause()
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void twoOfOneNameAreRefused() {
        Map<String, String> twice = new HashMap<>(least());
        least().forEach((key, value) -> twice.put(key.replace("[0]", "[1]"), value));

        assertThatThrownBy(() -> bound(twice)).rootCause().hasMessageContaining("named carrier-a");
    }

    private static Map<String, String> least() {
        return least(Map.of());
    }

    private static Map<String, String> least(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                FIRST + "name", "carrier-a",
                FIRST + "host", "127.0.0.1",
                FIRST + "account.system-id", "tidemark",
                FIRST + "account.password", "s3cret"));
        more.forEach((key, value) -> all.put(FIRST + key, value));
        return all;
    }

    private static SmppProperties bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("tidemark.deliver", SmppProperties.class);
    }
}
