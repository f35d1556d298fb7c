package io.tidemark.deliver.breaker;

import io.tidemark.deliver.Breakers;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BreakerProperties.class)
class BreakerConfiguration {

    @Bean
    Breakers breakers(BreakerProperties properties, Clock clock) {
        return new CircuitBreakers(properties, clock);
    }
}
