package io.tidemark.feed;

import io.tidemark.feed.Positions.Session;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.Logger;
import reactor.util.Loggers;
import reactor.util.retry.Retry;

/** Turns committed events into the feed: gives them positions, then passes them on to the hot tail. */
final class Relay {
    private static final Logger LOG = Loggers.getLogger(Relay.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final Positions positions;
    private final Mirror mirror;
    private final FeedLimits limits;
    private final Scheduler timer;

    Relay(Positions positions, Mirror mirror, FeedLimits limits, Scheduler timer) {
        this.positions = positions;
        this.mirror = mirror;
        this.limits = limits;
        this.timer = timer;
    }

    /** Waits for its turn and relays while it lasts, over and over, until cancelled. */
    Mono<Void> run() {
        return positions
                .whileHeld(this::relay)
                .doOnError(lost -> LOG.warn("This instance no longer gives positions: {}", lost.toString()))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, RETRY).scheduler(timer))
                .then();
    }

    private Mono<Void> relay(Session session) {
        LOG.info("This instance gives the feed's positions now");
        mirror.forget();
        return Flux.merge(Flux.interval(Duration.ZERO, POLL, timer).onBackpressureDrop(), session.news())
                .onBackpressureLatest()
                .concatMap(reason -> untilNothingIsLeft(session), 0)
                .then();
    }

    private Mono<Void> untilNothingIsLeft(Session session) {
        return session.assign(limits.pageEvents())
                .timeout(ANSWER, timer)
                .flatMap(given -> mirror.follow(given).map(more -> more || given.size() == limits.pageEvents()))
                .repeat()
                .takeWhile(more -> more)
                .then();
    }
}
