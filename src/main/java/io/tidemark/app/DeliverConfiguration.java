package io.tidemark.app;

import io.tidemark.deliver.Backoff;
import io.tidemark.deliver.Breakers;
import io.tidemark.deliver.Courier;
import io.tidemark.deliver.Courier.Patience;
import io.tidemark.deliver.Dispatcher;
import io.tidemark.deliver.Dispatcher.Rhythm;
import io.tidemark.deliver.Gateway;
import io.tidemark.deliver.Gateways;
import io.tidemark.deliver.Ledger;
import io.tidemark.deliver.LedgerTerms;
import io.tidemark.deliver.Line;
import io.tidemark.deliver.Lineup;
import io.tidemark.deliver.Manners;
import io.tidemark.deliver.People;
import io.tidemark.deliver.Presence;
import io.tidemark.deliver.RateLimits;
import io.tidemark.deliver.SharedLimits;
import io.tidemark.deliver.Texts;
import io.tidemark.respond.Rosters;
import io.tidemark.route.Channel;
import io.tidemark.startup.StartupProblem;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverProperties.class)
class DeliverConfiguration {
    private static final Duration TIDY = Duration.ofSeconds(1);
    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(5);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(5);

    @Bean
    LedgerTerms ledgerTerms(DeliverProperties properties) {
        DeliverProperties.Waiting waiting = properties.waiting();
        return new LedgerTerms(
                DeliverProperties.instance(), waiting.lease(), waiting.inDoubt(), waiting.urgent(), waiting.ordinary());
    }

    @Bean
    People people(Rosters rosters) {
        return id -> rosters.current().mapNotNull(roster -> roster.person(id));
    }

    @Bean
    Texts texts(@Value("${tidemark.public-url:http://127.0.0.1:8080}") String publicUrl) {
        if (!publicUrl.matches("https?://[^\\s/]+(/\\S*)?")) {
            throw new StartupProblem(
                    "tidemark.public-url is no address.", "Write where phones reach the service: https://host.");
        }
        return new Texts(publicUrl.replaceAll("/+$", ""));
    }

    @Bean
    Manners manners(Ledger ledger, Presence presence, DeliverProperties properties, Clock clock) {
        return new Manners(
                ledger, presence, properties.cap().cap(), properties.waiting().present(), clock);
    }

    @Bean
    Courier courier(Ledger ledger, Manners manners, People people, Texts texts, Patience patience) {
        return new Courier(ledger, manners, people, texts, patience);
    }

    @Bean
    Patience patience(DeliverProperties properties, Clock clock) {
        Backoff backoff = new Backoff(FIRST_BACKOFF, LONGEST_BACKOFF, () -> ThreadLocalRandom.current()
                .nextDouble());
        return new Patience(properties.waiting().submission(), backoff, clock, Schedulers.parallel());
    }

    @Bean
    List<Lineup> lineups(
            ObjectProvider<Gateways> adapters,
            Breakers breakers,
            RateLimits limits,
            DeliverProperties properties,
            Clock clock) {
        List<Gateway> gateways = inOrder(adapters, properties.order());
        RateLimits shared = new SharedLimits(limits, properties.instances(), clock);
        return Stream.of(Channel.values())
                .map(channel -> new Lineup(
                        channel,
                        gateways.stream()
                                .filter(gateway -> gateway.channel() == channel)
                                .map(gateway -> new Line(
                                        gateway,
                                        breakers.of(gateway.name()),
                                        shared,
                                        properties.perSecond(gateway.name()),
                                        clock))
                                .toList()))
                .toList();
    }

    private static List<Gateway> inOrder(ObjectProvider<Gateways> adapters, List<String> order) {
        List<Gateway> gateways = adapters.orderedStream()
                .flatMap(each -> each.configured().stream())
                .toList();
        Set<String> names = new HashSet<>();
        gateways.stream()
                .map(Gateway::name)
                .filter(name -> !names.add(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new StartupProblem(
                            "Two gateways are called " + name + ".", "Give each gateway a name of its own.");
                });
        order.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new StartupProblem(
                    "tidemark.deliver.order names " + name + ", but there is no such gateway.",
                    "Name gateways that are configured: "
                            + names.stream().sorted().toList() + ".");
        });
        return gateways.stream()
                .sorted(Comparator.comparingInt(
                        gateway -> order.contains(gateway.name()) ? order.indexOf(gateway.name()) : order.size()))
                .toList();
    }

    @Bean
    Dispatcher dispatcher(List<Lineup> lineups, Ledger ledger, Courier courier, DeliverProperties properties) {
        Rhythm rhythm = new Rhythm(properties.inFlight(), properties.waiting().poll(), TIDY, Schedulers.parallel());
        return new Dispatcher(lineups, ledger, courier, rhythm);
    }

    @Bean
    RunningDispatcher runningDispatcher(Dispatcher dispatcher) {
        return new RunningDispatcher(dispatcher);
    }
}
