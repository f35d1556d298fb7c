package io.tidemark.app;

import io.tidemark.deliver.Gateway;
import io.tidemark.deliver.Gateways;
import io.tidemark.respond.Cases;
import io.tidemark.respond.Desk;
import io.tidemark.respond.News;
import io.tidemark.respond.Rosters;
import io.tidemark.respond.Router;
import io.tidemark.route.Routing;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RespondProperties.class, RoutingProperties.class})
class RespondConfiguration {

    @Bean
    Routing routing(RoutingProperties properties, ObjectProvider<Gateways> gateways) {
        return new Routing(properties.policy(gateways.stream()
                .flatMap(each -> each.configured().stream())
                .map(Gateway::channel)
                .collect(Collectors.toSet())));
    }

    @Bean
    Desk desk(Cases cases, Rosters rosters) {
        return new Desk(cases, rosters);
    }

    @Bean
    Router.Settings routerSettings(RespondProperties properties, Clock clock) {
        return new Router.Settings(clock, properties.lanes(), properties.poll(), properties.keepReplies());
    }

    @Bean
    Router router(Cases cases, Rosters rosters, News arrivals, Routing routing, Router.Settings settings) {
        return new Router(cases, rosters, arrivals, routing, settings);
    }

    @Bean
    RunningRouter runningRouter(Router router) {
        return new RunningRouter(router);
    }
}
