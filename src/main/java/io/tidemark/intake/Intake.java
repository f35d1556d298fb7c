package io.tidemark.intake;

import io.tidemark.bank.ClientId;
import io.tidemark.detect.ClientState;
import io.tidemark.intake.MovementSource.Assignment;
import io.tidemark.intake.PartitionPipeline.Outlets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Reads movements, folds them, keeps what they mean. A partition that fails begins again from its checkpoint, alone; the
 * same log gives the same alerts, which meet their own identity.
 */
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final long MOST_DOUBLINGS = 6;
    private static final int EVERY_PARTITION = Integer.MAX_VALUE;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** Long enough for whoever lost a partition without noticing to notice, before it would take it away again. */
    private static final Duration PAUSE_AFTER_FENCED = Duration.ofSeconds(5);

    private final MovementSource source;
    private final Journal journal;
    private final ParkedRecords parked;
    private final Naming naming;
    private final Settings settings;

    public Intake(MovementSource source, Journal journal, ParkedRecords parked, Clients clients, Settings settings) {
        this.source = source;
        this.journal = journal;
        this.parked = parked;
        this.naming = new Naming(clients);
        this.settings = settings;
    }

    /** How the intake works, whatever it is connected to. */
    public record Settings(RuleBook ruleBook, Duration checkpointEvery, Scheduler folding, Clock clock) {}

    /** Runs until {@code stop} completes, then makes a last checkpoint of each partition and leaves the group. */
    public Mono<Void> run(Mono<?> stop) {
        return Mono.firstWithSignal(reading(stop.cache()), settings.ruleBook().follow());
    }

    private Mono<Void> reading(Mono<?> stopping) {
        return Flux.defer(source::assignments)
                .takeUntilOther(stopping)
                .flatMap(assignment -> kept(assignment, stopping), EVERY_PARTITION)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .transientErrors(true)
                        .doBeforeRetry(retry -> LOG.warn("Joining the group anew", retry.failure())))
                .then(Mono.defer(source::leave));
    }

    private Flux<Long> kept(Assignment assignment, Mono<?> stopping) {
        return Flux.defer(() -> assignment.isHeld() ? pipeline(assignment, stopping) : Flux.empty())
                .doOnNext(assignment::acknowledge)
                .retryWhen(whileHeld(assignment));
    }

    private static Retry whileHeld(Assignment assignment) {
        return Retry.from(failures -> failures.doOnNext(failure -> log(assignment, failure.failure()))
                .takeWhile(failure -> assignment.isHeld())
                .concatMap(failure -> Mono.delay(pause(failure))));
    }

    private static void log(Assignment assignment, Throwable failure) {
        if (failure instanceof Fenced) {
            LOG.warn("{} was taken by another instance: {}", assignment.partition(), failure.getMessage());
        } else {
            LOG.warn("{} begins again from its checkpoint", assignment.partition(), failure);
        }
    }

    private static Duration pause(Retry.RetrySignal failure) {
        if (failure.failure() instanceof Fenced) {
            return PAUSE_AFTER_FENCED;
        }
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failure.totalRetriesInARow(), MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private Flux<Long> pipeline(Assignment assignment, Mono<?> stopping) {
        return Flux.using(
                () -> Schedulers.single(settings.folding()),
                worker -> taken(assignment.partition())
                        .flatMapMany(taken -> fold(taken).flatMapMany(fold -> pipeline(taken.epoch(), fold, worker)
                                .run(
                                        assignment.from(taken.nextOffset()).takeUntilOther(stopping),
                                        Flux.interval(settings.checkpointEvery())))),
                Scheduler::dispose);
    }

    private Mono<Journal.Taken> taken(Partition partition) {
        return Mono.defer(
                () -> journal.take(partition, settings.ruleBook().newest().edition()));
    }

    private Mono<PartitionFold> fold(Journal.Taken taken) {
        return settings.ruleBook().upTo(taken.edition()).flatMap(rules -> states(
                        taken.epoch().partition())
                .map(states -> new PartitionFold(rules, taken, states)));
    }

    private PartitionPipeline pipeline(Epoch epoch, PartitionFold fold, Scheduler worker) {
        Outlets outlets = new Outlets(journal, parked, naming, settings.ruleBook(), settings.clock());
        return new PartitionPipeline(epoch, fold, outlets, worker);
    }

    private Mono<Map<ClientId, ClientState>> states(Partition partition) {
        return journal.states(partition)
                .collect(HashMap::new, (states, known) -> states.put(known.client(), known.state()));
    }
}
