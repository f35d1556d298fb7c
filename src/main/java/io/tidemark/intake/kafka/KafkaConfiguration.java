package io.tidemark.intake.kafka;

import io.tidemark.intake.MovementSource;
import io.tidemark.intake.ParkedRecords;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two ports of the intake that are Kafka's; it must be there when the service starts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaProperties.class)
class KafkaConfiguration {
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(10);

    @Bean
    MovementSource movementSource(KafkaProperties kafka) {
        new TopicsCheck(kafka, FIRST_ANSWER).pass();
        return new KafkaMovementSource(kafka);
    }

    @Bean
    ParkedRecords parkedRecords(KafkaProperties kafka) {
        return new KafkaParkedRecords(kafka);
    }
}
