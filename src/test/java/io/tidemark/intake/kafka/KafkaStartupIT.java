package io.tidemark.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.intake.MovementSource;
import io.tidemark.intake.ParkedRecords;
import io.tidemark.local.SharedStack;
import io.tidemark.local.Topics;
import io.tidemark.startup.StartupProblem;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class KafkaStartupIT {

    private final String topic = SharedStack.freshTopic(1);

    private ConfigurableApplicationContext start(String parkedTopic) {
        return new SpringApplicationBuilder(KafkaConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "tidemark.kafka.bootstrap-servers=" + SharedStack.get().kafkaBootstrapServers())
                .run("--tidemark.kafka.topic=" + topic, "--tidemark.kafka.parked-topic=" + parkedTopic);
    }

    @Test
    void whereItsTopicsAreThereAreBothPorts() {
        try (var context = start(Topics.parked(topic))) {
            assertThat(context.getBean(MovementSource.class)).isNotNull();
            assertThat(context.getBean(ParkedRecords.class)).isNotNull();
        }
    }

    @Test
    void aMissingTopicIsNamed() {
        assertThatThrownBy(() -> start("nothing.there"))
                .hasStackTraceContaining(StartupProblem.class.getName())
                .hasStackTraceContaining("has no topic nothing.there");
    }
}
