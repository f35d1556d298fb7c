package io.tidemark.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.startup.StartupProblem;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;

@ExtendWith(OutputCaptureExtension.class)
class KafkaStartupTest {

    @Test
    void withoutBootstrapServersItSaysWhatToWrite(CapturedOutput output) {
        var application = new SpringApplicationBuilder(KafkaConfiguration.class).web(WebApplicationType.NONE);
        assertThatThrownBy(application::run).hasRootCauseInstanceOf(StartupProblem.class);
        assertThat(output)
                .contains("It is not said where Kafka is.")
                .contains("tidemark.kafka.bootstrap-servers")
                .contains("TIDEMARK_KAFKA_BOOTSTRAPSERVERS")
                .doesNotContain("\tat ");
    }

    @Test
    void whereNobodyListensItSaysSo() {
        assertThatThrownBy(() -> check("127.0.0.1:1").pass())
                .isInstanceOf(StartupProblem.class)
                .hasMessage("Kafka at 127.0.0.1:1 can't be asked for its topics: no answer within 1 s.");
    }

    @Test
    void aHostThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> check("nowhere.invalid:9092").pass())
                .isInstanceOf(StartupProblem.class)
                .hasMessageStartingWith("Kafka at nowhere.invalid:9092 can't be asked for its topics: ");
    }

    @Test
    void valuesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new KafkaProperties.Reading(Duration.ZERO, 1, DataSize.ofBytes(1)))
                .isInstanceOf(StartupProblem.class);
        assertThatThrownBy(() -> new KafkaProperties("somewhere:9092", "", "parked", "group", reading(), Map.of()))
                .isInstanceOf(StartupProblem.class)
                .hasMessage("tidemark.kafka.topic is empty.");
    }

    private static TopicsCheck check(String servers) {
        return new TopicsCheck(
                new KafkaProperties(servers, "movements", "parked", "group", reading(), Map.of()),
                Duration.ofSeconds(1));
    }

    private static KafkaProperties.Reading reading() {
        return new KafkaProperties.Reading(Duration.ofSeconds(10), 100, DataSize.ofKilobytes(1));
    }
}
