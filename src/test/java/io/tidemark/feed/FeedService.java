package io.tidemark.feed;

import static org.awaitility.Awaitility.await;

import io.tidemark.local.Database;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.http.client.ReactorResourceFactory;

/** The service without its intake: the feed, on real servers and a port of its own. */
public final class FeedService implements AutoCloseable {
    public static final Duration SOON = Duration.ofSeconds(30);

    private final ReactiveWebServerApplicationContext context;

    private FeedService(ReactiveWebServerApplicationContext context) {
        this.context = context;
    }

    public static FeedService start(Database database, String redisUrl, Map<String, String> settings) {
        return start(FeedOnly.class, database, redisUrl, settings);
    }

    /** @param parts {@link FeedOnly} and more */
    public static FeedService start(Class<?> parts, Database database, String redisUrl, Map<String, String> settings) {
        SpringApplication service = new SpringApplication(parts);
        service.setRegisterShutdownHook(false);
        Map<String, String> all = new HashMap<>(Map.of(
                "server.port", "0",
                "tidemark.postgres.host", database.host(),
                "tidemark.postgres.port", Integer.toString(database.port()),
                "tidemark.postgres.database", database.name(),
                "tidemark.postgres.username", database.username(),
                "tidemark.postgres.password", database.password(),
                "tidemark.redis.url", redisUrl,
                "tidemark.feed.farewell-spread", "10ms"));
        all.putAll(settings);
        String[] arguments = all.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new);
        return new FeedService((ReactiveWebServerApplicationContext) service.run(arguments));
    }

    public int port() {
        return Objects.requireNonNull(context.getWebServer()).getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public Feed feed() {
        return context.getBean(Feed.class);
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Until this instance has come to the position. */
    public void awaitPosition(long position) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> feed().newest() >= position);
    }

    @Override
    public void close() {
        context.close();
    }

    // No configuration by name, so that the whole service does not find it when it looks for its own.
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {"io.tidemark.feed", "io.tidemark.web", "io.tidemark.app"},
            excludeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "io\\.tidemark\\.app\\.(?!Postgres|Migrated|Document|Feed|RunningFeed|Farewells).*"))
    public static class FeedOnly {
        /** Its own event loops: the shared ones would go away with the first of several services. */
        @Bean
        ReactorResourceFactory ownEventLoops() {
            ReactorResourceFactory own = new ReactorResourceFactory();
            own.setUseGlobalResources(false);
            own.setShutdownQuietPeriod(Duration.ZERO);
            return own;
        }
    }
}
