package io.tidemark.deliver.smpp;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmppProperties.class)
class SmppConfiguration {

    @Bean
    SmppGateways smppGateways(SmppProperties deliver, Clock clock) {
        return new SmppGateways(deliver.smpp().stream()
                .map(settings -> new SmppGateway(settings, clock))
                .toList());
    }
}
