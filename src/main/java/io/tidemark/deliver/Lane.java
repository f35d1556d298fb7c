package io.tidemark.deliver;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/** One channel's deliveries. Each channel has a lane to itself, so that a dead one fills no other. */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final Lineup lineup;
    private final Ledger ledger;
    private final Courier courier;
    private final Bell bell = new Bell();
    private final Sinks.Empty<Void> stop = Sinks.empty();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Trouble trouble;

    Lane(Lineup lineup, Ledger ledger, Courier courier) {
        this.lineup = lineup;
        this.ledger = ledger;
        this.courier = courier;
        this.trouble = new Trouble(
                LOG,
                "Deliveries by " + lineup.channel() + " have to wait",
                "Deliveries by " + lineup.channel() + " go on");
    }

    /** Claims, sends, records; says whether there was anything. While no gateway is ready, nothing is even claimed. */
    Mono<Boolean> turn() {
        return Mono.fromSupplier(lineup::ready)
                .filter(ready -> ready)
                .flatMap(ready -> ledger.claim(lineup.channel()))
                .doOnNext(claim -> bell.ring())
                .flatMap(claim -> courier.carry(claim, lineup).thenReturn(true))
                .defaultIfEmpty(false);
    }

    /** Who finds nothing waits for the next poll, which wakes one; who finds something wakes another. */
    Mono<Void> run(int inFlight, Duration poll, Scheduler scheduler) {
        Flux<Long> polls = Flux.interval(poll, scheduler)
                .onBackpressureDrop()
                .doOnNext(tick -> bell.ring())
                .takeUntilOther(stop.asMono());
        return Flux.range(0, inFlight)
                .flatMap(worker -> work(), inFlight)
                .then()
                .and(polls);
    }

    private Mono<Void> work() {
        return turn().doOnNext(some -> trouble.over())
                .doOnError(trouble::met)
                .onErrorReturn(false)
                .flatMap(some -> some ? Mono.empty() : bell.awaited().takeUntilOther(stop.asMono()))
                .repeat(() -> !stopped.get())
                .then();
    }

    void wake() {
        bell.ring();
    }

    /** What is under way comes to its end. */
    void stop() {
        stopped.set(true);
        stop.tryEmitEmpty();
    }
}
