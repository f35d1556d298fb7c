package io.tidemark.endtoend.day;

import io.tidemark.deliver.Gateways;
import io.tidemark.local.Database;
import io.tidemark.local.SharedStack;
import io.tidemark.time.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * The service on real servers, but with a clock that stands still, phones that only take notes, no Kafka, and with
 * routing and delivering waiting to be told to take a turn.
 */
final class Office implements AutoCloseable {
    private final SettableClock clock;
    private final Phones phones;
    private final Database database = SharedStack.freshDatabase();
    private final ReactiveWebServerApplicationContext context;

    Office(Instant opening) {
        clock = new SettableClock(opening);
        phones = new Phones(clock);
        SpringApplication service = new SpringApplication(WithoutIntake.class);
        service.setRegisterShutdownHook(false);
        service.addInitializers((ApplicationContextInitializer<ConfigurableApplicationContext>) this::furnish);
        Map<String, String> settings = Map.of(
                "server.port", "0",
                "tidemark.postgres.host", database.host(),
                "tidemark.postgres.port", Integer.toString(database.port()),
                "tidemark.postgres.database", database.name(),
                "tidemark.postgres.username", database.username(),
                "tidemark.postgres.password", database.password(),
                "tidemark.redis.url", SharedStack.freshRedisUrl(),
                "tidemark.feed.farewell-spread", "10ms");
        context = (ReactiveWebServerApplicationContext) service.run(settings.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new));
    }

    private void furnish(ConfigurableApplicationContext empty) {
        GenericApplicationContext office = (GenericApplicationContext) empty;
        office.registerBean("clock", Clock.class, () -> clock);
        office.registerBean("phones", Gateways.class, () -> phones);
    }

    SettableClock clock() {
        return clock;
    }

    Phones phones() {
        return phones;
    }

    Database database() {
        return database;
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    String url() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(context.getWebServer()).getPort();
    }

    @Override
    public void close() {
        context.close();
    }

    /** No component itself, so that the scan of the whole service does not find it. */
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "io.tidemark.feed",
                "io.tidemark.respond",
                "io.tidemark.deliver",
                "io.tidemark.reference",
                "io.tidemark.intake.postgres",
                "io.tidemark.web",
                "io.tidemark.app"
            },
            excludeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "io\\.tidemark\\.app\\.(Intake|RunningIntake|ReferenceConfiguration|Tidemark).*|.*\\.(test|Test|IT).*"))
    static class WithoutIntake {
        /** Nothing goes on by itself. */
        @Bean
        static BeanDefinitionRegistryPostProcessor waiting() {
            return registry -> {
                registry.removeBeanDefinition("runningRouter");
                registry.removeBeanDefinition("runningDispatcher");
            };
        }

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
