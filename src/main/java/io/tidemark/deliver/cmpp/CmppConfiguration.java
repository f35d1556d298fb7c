package io.tidemark.deliver.cmpp;

import io.tidemark.deliver.Gateway;
import io.tidemark.deliver.Gateways;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CmppProperties.class)
class CmppConfiguration {

    @Bean
    Gateways cmppGateways(CmppProperties properties, Clock clock) {
        List<Gateway> gateways = properties.cmpp().stream()
                .<Gateway>map(settings -> new CmppGateway(settings, clock))
                .toList();
        return () -> gateways;
    }
}
