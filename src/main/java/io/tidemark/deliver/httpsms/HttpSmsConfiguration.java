package io.tidemark.deliver.httpsms;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSmsProperties.class)
class HttpSmsConfiguration {

    @Bean
    HttpSmsGateways httpSmsGateways(HttpSmsProperties httpSms, ReactorResourceFactory netty, Clock clock) {
        return new HttpSmsGateways(httpSms, netty.getLoopResources(), clock);
    }
}
