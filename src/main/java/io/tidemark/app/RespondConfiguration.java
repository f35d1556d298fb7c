package io.tidemark.app;

import io.tidemark.respond.Cases;
import io.tidemark.respond.Desk;
import io.tidemark.respond.News;
import io.tidemark.respond.Rosters;
import io.tidemark.respond.Router;
import io.tidemark.route.Routing;
import io.tidemark.route.RoutingPolicy;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RespondProperties.class)
class RespondConfiguration {

    @Bean
    Routing routing() {
        return new Routing(RoutingPolicy.DEFAULT);
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
