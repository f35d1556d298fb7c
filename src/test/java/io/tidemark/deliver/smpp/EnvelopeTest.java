package io.tidemark.deliver.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S,000000000100000R",
        "PT1S,000000000100000R",
        "PT90S,000000000130000R",
        "PT26H3M4S,000001020304000R",
        "P27DT23H,000027230000000R",
        "P400D,000028000000000R"
    })
    void theProviderTriesForAsLongAsTheMessageIsOfUse(Duration validity, String period) {
        assertThat(new Envelope(SettingsOf.peer(1).settings().source(), "+8613800000001", validity).validityPeriod())
                .isEqualTo(period);
    }
}
