package io.tidemark.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.intake.MovementSource;
import io.tidemark.intake.ParkedRecords;
import io.tidemark.local.SharedStack;
import io.tidemark.startup.StartupProblem;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class KafkaStartupIT {

    private static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(KafkaConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "tidemark.kafka.bootstrap-servers=" + SharedStack.get().kafkaBootstrapServers())
                .run(arguments);
    }

    @Test
    void withTheDefaultTopicsThereAreBothPorts() {
        try (var context = start()) {
            assertThat(context.getBean(MovementSource.class)).isNotNull();
            assertThat(context.getBean(ParkedRecords.class)).isNotNull();
        }
    }

    @Test
    void aMissingTopicIsNamed() {
        assertThatThrownBy(() -> start("--tidemark.kafka.parked-topic=nothing.there"))
                .hasStackTraceContaining(StartupProblem.class.getName())
                .hasStackTraceContaining("has no topic nothing.there");
    }
}
