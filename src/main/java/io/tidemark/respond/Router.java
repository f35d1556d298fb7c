package io.tidemark.respond;

import io.tidemark.alert.AlertId;
import io.tidemark.route.Routing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Sees to it that the right people hear of alerts: looks at each when its time has come. Any number of routers share the
 * work, each alert being looked at by one at a time.
 */
public final class Router {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    private static final Duration POSTPONED = Duration.ofMinutes(1);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(200);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(10);
    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private final Cases cases;
    private final Rosters rosters;
    private final News news;
    private final Routing routing;
    private final Settings settings;
    private final AtomicLong arrivals = new AtomicLong();
    private final Sinks.Many<Long> awake = Sinks.many().multicast().directBestEffort();

    public Router(Cases cases, Rosters rosters, News news, Routing routing, Settings settings) {
        this.cases = cases;
        this.rosters = rosters;
        this.news = news;
        this.routing = routing;
        this.settings = settings;
    }

    /**
     * How it works.
     *
     * @param lanes how many alerts it looks at at once; 0 leaves them to other routers
     * @param poll how long it waits if there is nothing to do and no news
     * @param keepReplies how long a request that is sent again is recognised
     */
    public record Settings(Clock clock, int lanes, Duration poll, Duration keepReplies) {}

    /** Looks at one alert, if one is due, and says whether one was. */
    public Mono<Boolean> turn() {
        return rosters.current()
                .flatMap(roster -> {
                    Instant now = settings.clock().instant();
                    return cases.look(now, new Attention(routing, roster, now));
                })
                .hasElement()
                .onErrorResume(Undecided.class, this::postponed);
    }

    /** Forgets replies that nobody will ask for again. */
    public Mono<Void> tidyUp() {
        return Mono.defer(
                        () -> cases.forget(settings.clock().instant().minus(settings.keepReplies()), FORGOTTEN_AT_ONCE))
                .repeat()
                .takeUntil(forgotten -> forgotten < FORGOTTEN_AT_ONCE)
                .then();
    }

    /** Takes turns until it is cancelled. What fails is logged and tried again later. */
    public Mono<Void> run() {
        Flux<?> lanes =
                Flux.range(0, settings.lanes()).flatMap(lane -> persistent("The router", lane()), settings.lanes() + 1);
        Flux<?> listening = persistent("Listening for alerts", listening());
        Flux<?> tidying = persistent(
                "Forgetting old replies", tidyUp().then(Mono.delay(POSTPONED)).repeat());
        return Flux.merge(lanes, listening, tidying).then();
    }

    private Flux<?> listening() {
        return Flux.<Object>from(news.arrivals())
                .doOnNext(any -> wake())
                .concatWith(Mono.error(() -> new IllegalStateException("nobody tells of alerts any more")));
    }

    private Mono<Boolean> postponed(Undecided undecided) {
        LOG.error("An alert is left for later; the others go on", undecided);
        AlertId alert = undecided.alert();
        return cases.postpone(alert, settings.clock().instant().plus(POSTPONED)).thenReturn(true);
    }

    private Flux<Boolean> lane() {
        return Mono.defer(() -> {
                    long known = arrivals.get();
                    return turn().flatMap(
                                    any -> any ? Mono.just(true) : rest(known).thenReturn(false));
                })
                .repeat();
    }

    /** Until there is news since {@code known}, or for as long as nobody needs to tell. */
    private Mono<Void> rest(long known) {
        return Flux.merge(awake.asFlux(), Mono.fromSupplier(arrivals::get))
                .filter(count -> count != known)
                .next()
                .timeout(settings.poll(), Mono.empty())
                .then();
    }

    private void wake() {
        // A lane that misses the call sees the count when it goes to rest.
        awake.tryEmitNext(arrivals.incrementAndGet());
    }

    private static <T> Flux<T> persistent(String what, Flux<T> work) {
        return work.retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_BACKOFF)
                .maxBackoff(LONGEST_BACKOFF)
                .jitter(0.5)
                .transientErrors(true)
                .doBeforeRetry(failed -> LOG.warn("{} failed and goes on in a moment", what, failed.failure())));
    }
}
