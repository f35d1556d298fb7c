package io.tidemark.app;

import io.tidemark.feed.Attendance;
import io.tidemark.feed.Audience;
import io.tidemark.feed.Documents;
import io.tidemark.feed.Feed;
import io.tidemark.feed.FeedLimits;
import io.tidemark.feed.History;
import io.tidemark.feed.HotTail;
import io.tidemark.feed.Positions;
import io.tidemark.feed.Presences;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedProperties.class)
class FeedConfiguration {

    @Bean
    FeedLimits feedLimits(FeedProperties properties) {
        return properties.limits();
    }

    @Bean
    Feed feed(History history, Positions positions, HotTail hotTail, Documents documents, FeedLimits feedLimits) {
        return new Feed(new Feed.Ports(history, positions, hotTail, documents), feedLimits, Schedulers.parallel());
    }

    @Bean
    Audience audience(Feed feed) {
        return feed.audience();
    }

    @Bean
    Attendance attendance(Presences presences) {
        return new Attendance(presences, Schedulers.parallel());
    }

    @Bean
    RunningFeed runningFeed(Feed feed, Attendance attendance) {
        return new RunningFeed(feed, attendance);
    }

    @Bean
    Farewells farewells(Audience audience, FeedProperties properties) {
        return new Farewells(audience, properties.farewellSpread());
    }
}
