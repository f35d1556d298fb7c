package io.tidemark.deliver;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/** Carries out what was planned: one lane for each channel, and somebody who tidies up. */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int TIDY_AT_ONCE = 100;

    private final List<Lineup> lineups;
    private final Ledger ledger;
    private final Rhythm rhythm;
    private final List<Lane> lanes;
    private final Trouble untidy =
            new Trouble(LOG, "The ledger of deliveries can't be tidied", "The ledger of deliveries is tidied again");

    /** @param lineups one for each channel, also for one that has no gateway */
    public Dispatcher(List<Lineup> lineups, Ledger ledger, Courier courier, Rhythm rhythm) {
        this.lineups = List.copyOf(lineups);
        this.ledger = ledger;
        this.rhythm = rhythm;
        this.lanes = lineups.stream()
                .filter(lineup -> !lineup.isEmpty())
                .map(lineup -> new Lane(lineup, ledger, courier))
                .toList();
    }

    /**
     * @param inFlight most messages under way at once, for each channel
     * @param poll how often it is looked for what is due
     * @param tidy how often it is looked for what was left behind
     */
    public record Rhythm(int inFlight, Duration poll, Duration tidy, Scheduler scheduler) {}

    /** One message of each channel, if there is any; says whether there was. */
    public Mono<Boolean> turn() {
        return Flux.fromIterable(lanes).concatMap(Lane::turn).reduce(false, Boolean::logicalOr);
    }

    /** Looks once after what was left behind; says whether there is more. */
    public Mono<Boolean> tidy() {
        return ledger.tidy().flatMap(more -> Flux.fromIterable(lineups)
                .filter(Lineup::isEmpty)
                .concatMap(lineup -> ledger.abandon(lineup.channel()))
                .reduce(more, (any, given) -> any || given > 0));
    }

    /**
     * Until {@code stop} completes: then nothing more is claimed, and it ends when what is under way has come to its end.
     * Cancelled, it ends at once and leaves that to the leases.
     */
    public Mono<Void> run(Mono<Void> stop) {
        lineups.stream()
                .filter(Lineup::isEmpty)
                .forEach(lineup -> LOG.info(
                        "There is no gateway for {}; what is planned for it fails as unreachable", lineup.channel()));
        Mono<Void> delivering = Flux.fromIterable(lanes)
                .flatMap(lane -> lane.run(rhythm.inFlight(), rhythm.poll(), rhythm.scheduler()), lanes.size() + 1)
                .then();
        return delivering
                .and(stop.doOnTerminate(() -> lanes.forEach(Lane::stop)))
                .takeUntilOther(Mono.when(connected(), tidying()));
    }

    /** Something may be due. */
    public void wake() {
        lanes.forEach(Lane::wake);
    }

    private Mono<Void> tidying() {
        return Mono.defer(this::tidy)
                .repeat(TIDY_AT_ONCE)
                .takeUntil(more -> !more)
                .then()
                .doOnSuccess(done -> untidy.over())
                .doOnError(untidy::met)
                .onErrorComplete()
                .repeatWhen(rounds -> rounds.delayElements(rhythm.tidy(), rhythm.scheduler()))
                .then();
    }

    private Mono<Void> connected() {
        return Flux.fromIterable(lineups)
                .flatMapIterable(Lineup::lines)
                .map(Line::gateway)
                .flatMap(this::connected, Integer.MAX_VALUE)
                .then(Mono.never());
    }

    private Mono<Void> connected(Gateway gateway) {
        return Mono.defer(() -> gateway.run(ledger))
                .doOnError(failure ->
                        LOG.warn("The gateway {} has stopped and begins again: {}", gateway.name(), failure.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(1))
                        .maxBackoff(Duration.ofMinutes(1))
                        .transientErrors(true)
                        .scheduler(rhythm.scheduler()));
    }
}
