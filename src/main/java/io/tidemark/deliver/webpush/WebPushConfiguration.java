package io.tidemark.deliver.webpush;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebPushProperties.class)
class WebPushConfiguration {

    @Bean
    Subscriptions pushSubscriptions(
            DatabaseClient database, TransactionalOperator transaction, Clock clock, WebPushProperties webPush) {
        return new PostgresSubscriptions(database, transaction, clock, webPush.subscriptionsPerPerson());
    }

    @Bean
    WebPushGateways webPushGateways(
            WebPushProperties webPush, Subscriptions pushSubscriptions, ReactorResourceFactory netty, Clock clock) {
        return new WebPushGateways(webPush, pushSubscriptions, netty.getLoopResources(), clock);
    }

    @Bean
    Endpoints pushEndpoints(WebPushProperties webPush) {
        return new Endpoints(webPush.endpointHosts(), webPush.loopbackAllowed());
    }
}
