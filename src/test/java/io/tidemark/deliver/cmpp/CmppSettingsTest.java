package io.tidemark.deliver.cmpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.startup.StartupProblem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.DigestUtils;

class CmppSettingsTest {
    @Test
    void whatIsNotSaidHasADefault() {
        CmppSettings settings = RunningGateway.settings(Map.of());
        assertThat(settings.protocol()).isEqualTo(Version.V3_0);
        assertThat(settings.pace()).isEqualTo(new Window.Pace(16, Duration.ofSeconds(5), Duration.ofSeconds(1)));
        assertThat(settings.rate()).isEqualTo(new Pulse.Rate(Duration.ofSeconds(30), 3));
        assertThat(settings.link().timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.phones()).isEqualTo(new Phones(""));
        assertThat(settings.submits().signature()).isEmpty();
        assertThat(settings.submits().from().fee()).isEqualTo(new Outbound.Fee(2, "01", "000000"));
    }

    @Test
    void aSignatureStandsInItsBracketsWhetherTheyAreWrittenOrNot() {
        assertThat(RunningGateway.settings(Map.of("signature", "泰德")).submits().signature())
                .isEqualTo("【泰德】");
        assertThat(RunningGateway.settings(Map.of("signature", "【泰德】"))
                        .submits()
                        .signature())
                .isEqualTo("【泰德】");
    }

    @ParameterizedTest
    @CsvSource({
        "name, A B",
        "host, ''",
        "port, 0",
        "version, 2.1",
        "source-addr, 1234567",
        "shared-secret, ''",
        "service-id, 12345678901",
        "src-id, 1069x",
        "domestic-prefix, abc",
        "window, 0",
        "submit-timeout, 0s",
        "throttle-pause, -1s",
        "fee.user-type, 4",
        "fee.type, 1",
        "fee.code, 1234567",
        "link.timeout, 0s",
        "link.active-test, 0s",
        "link.unanswered, 0",
        "link.backoff-max, 1ms"
    })
    void whatCannotBeIsSaidAtTheStart(String property, String value) {
        assertThatThrownBy(() -> RunningGateway.settings(Map.of(property, value)))
                .rootCause()
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("tidemark.deliver.cmpp[]." + property);
    }

    @Test
    void namesAreDifferent() {
        CmppSettings one = RunningGateway.settings(Map.of());
        assertThatThrownBy(() -> new CmppProperties(List.of(one, one)))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("mobile");
    }

    @Test
    void theSecretIsNeverPrinted() {
        CmppSettings settings = RunningGateway.settings(Map.of("shared-secret", "hush-hush"));
        assertThat(settings.toString() + new CmppProperties(List.of(settings)) + settings.login(RunningGateway.NOW))
                .doesNotContain("hush")
                .doesNotContain(settings.login(RunningGateway.NOW).proof());
    }

    @Test
    void theProofIsTheOneOfTheProtocol() {
        // MD5 of the account, nine zeros, the secret, and the time in China.
        Outbound.Connect connect = Login.at(RunningGateway.NOW, "901234", "secret");
        assertThat(connect.time()).isEqualTo(1_122_143_020);
        assertThat(connect.proof())
                .isEqualTo(DigestUtils.md5DigestAsHex(
                        "901234\0\0\0\0\0\0\0\0\0secret1122143020".getBytes(StandardCharsets.US_ASCII)));
    }
}
