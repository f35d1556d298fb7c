package io.tidemark.respond.postgres;

import static io.tidemark.respond.Raised.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.alert.Alert;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.respond.CaseStore;
import io.tidemark.respond.Raised;
import io.tidemark.respond.Router;
import io.tidemark.respond.RouterStories;
import io.tidemark.route.Routing;
import io.tidemark.route.RoutingPolicy;
import io.tidemark.time.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

class PostgresRouterIT extends RouterStories {
    private static final PostgresCaseStore STORE = new PostgresCaseStore(Clock.systemUTC());

    private final PostgresCaseStore store = STORE.emptied();

    @Override
    protected CaseStore store() {
        return store;
    }

    private Router running(SettableClock clock) {
        Router.Settings settings = new Router.Settings(clock, 3, Duration.ofHours(1), Duration.ofHours(24));
        return new Router(store.cases(), store.rosters(), store.news(), new Routing(RoutingPolicy.DEFAULT), settings);
    }

    /** Every alert of an episode locks all others: whoever does so at once must not wait for each other for ever. */
    @Test
    void twoRoutersWakeForEachAlertOfOneEpisodeAndPlanItOnce() {
        clock.set(minute(1));
        Disposable.Composite both = Disposables.composite(
                running(clock).run().subscribe(), running(clock).run().subscribe());
        List<Alert> raised = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            raised.add(Raised.ofEpisode(i, Rule.CRITICAL_BAND, Severity.HIGH, Raised.TEN));
        }
        Flux.fromIterable(raised).doOnNext(store::raise).blockLast(SOON);
        await().atMost(SOON).until(() -> raised.stream()
                .allMatch(alert -> store.current(alert.id()).life().told()));
        both.dispose();
        for (Alert alert : raised) {
            assertThat(store.deliveries(alert.id())).hasSize(3);
            assertThat(store.current(alert.id()).life().step()).isEqualTo(1);
        }
    }

    @Test
    void whatWasToldWhileNobodyListenedIsFoundWhenARouterStarts() {
        clock.set(minute(1));
        List<Alert> raised = IntStream.range(0, 5).mapToObj(Raised::high).toList();
        raised.forEach(store::raise);
        Disposable running = running(clock).run().subscribe();
        await().atMost(SOON).until(() -> raised.stream()
                .allMatch(alert -> store.current(alert.id()).life().told()));
        running.dispose();
    }
}
