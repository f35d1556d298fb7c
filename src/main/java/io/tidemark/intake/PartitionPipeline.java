package io.tidemark.intake;

import io.tidemark.alert.Detection;
import io.tidemark.intake.Journal.Checkpoint;
import io.tidemark.intake.PartitionFold.Folded;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * One partition while it is ours: batches are folded and what they mean is kept at once, one after the other; about once
 * a second the states are checkpointed, while the next batches are already being folded. Work on the fold is done on the
 * pipeline's own worker, and never two things at a time.
 */
final class PartitionPipeline {
    private final Epoch epoch;
    private final PartitionFold fold;
    private final Outlets outlets;
    private final Scheduler worker;

    /** Whether a checkpoint is on its way; a newer one must not overtake it. */
    private volatile boolean checkpointing;

    PartitionPipeline(Epoch epoch, PartitionFold fold, Outlets outlets, Scheduler worker) {
        this.epoch = epoch;
        this.fold = fold;
        this.outlets = outlets;
        this.worker = worker;
    }

    /** Where a pipeline's results go, what they are judged by and named by, and the clock they are stamped by. */
    record Outlets(Journal journal, ParkedRecords parked, Naming naming, RuleBook ruleBook, Clock clock) {}

    /**
     * Runs until the batches end, and then makes a last checkpoint, or until the first failure. Emits the offsets that
     * checkpoints stand at.
     */
    Flux<Long> run(Flux<List<RawRecord>> batches, Flux<?> ticks) {
        Flux<Step> toTheEnd = batches.map(batch -> new Step(kept(batch), false))
                .concatWith(Mono.just(new Step(lastCheckpoint(), true)));
        Flux<Step> nowAndThen = ticks.onBackpressureDrop().map(tick -> new Step(nextCheckpoint(), false));
        return Flux.merge(1, toTheEnd, nowAndThen)
                .takeUntil(Step::isLast)
                .concatMap(Step::work, 1)
                .concatMap(this::made, 1);
    }

    /** Something to be done with the fold; gives a checkpoint if one is to be made behind its back. */
    private record Step(Mono<Checkpoint> work, boolean isLast) {}

    private Mono<Checkpoint> kept(List<RawRecord> batch) {
        return Mono.fromCallable(() -> fold.fold(batch, outlets.clock().instant()))
                .subscribeOn(worker)
                .flatMap(this::kept)
                .then(Mono.empty());
    }

    private Mono<Void> kept(Folded folded) {
        Mono<Void> parked =
                folded.parked().isEmpty() ? Mono.empty() : outlets.parked().park(epoch.partition(), folded.parked());
        Mono<Void> recorded = folded.detections().isEmpty()
                ? Mono.empty()
                : named(folded.detections())
                        .flatMap(named -> outlets.journal().record(epoch, named, folded.nextOffset()));
        return parked.then(recorded);
    }

    private Mono<Checkpoint> nextCheckpoint() {
        return Mono.defer(() -> {
                    if (checkpointing) {
                        return Mono.<Checkpoint>empty();
                    }
                    Optional<List<Detection>> expired =
                            fold.expire(outlets.clock().instant());
                    boolean adopted = fold.adopt(outlets.ruleBook().newest());
                    return expired.isPresent() || adopted
                            ? checkpointAhead(expired.orElse(List.of()))
                            : checkpointBehind();
                })
                .subscribeOn(worker);
    }

    private Mono<Checkpoint> checkpointBehind() {
        if (!fold.isAhead()) {
            return Mono.empty();
        }
        checkpointing = true;
        return Mono.just(fold.checkpoint(List.of()));
    }

    /**
     * No replay of the log would let a leg expire by the wall clock at the same place again, and even one of which nothing
     * was found has changed what the next movements mean. So the states must know of it before anything that is folded
     * after it is kept: this checkpoint is waited for. No replay would adopt new editions at the same place, either.
     */
    private Mono<Checkpoint> checkpointAhead(List<Detection> expired) {
        Checkpoint unnamed = fold.checkpoint(expired);
        return named(expired).map(unnamed::with).flatMap(this::made).then(Mono.empty());
    }

    private Mono<List<Detection>> named(List<Detection> detections) {
        return outlets.naming().named(detections, outlets.clock().instant());
    }

    private Mono<Checkpoint> lastCheckpoint() {
        return Mono.defer(() -> fold.isAhead() ? Mono.just(fold.checkpoint(List.of())) : Mono.<Checkpoint>empty())
                .subscribeOn(worker);
    }

    private Mono<Long> made(Checkpoint checkpoint) {
        return outlets.journal()
                .checkpoint(epoch, checkpoint)
                .doOnSuccess(done -> checkpointing = false)
                .thenReturn(checkpoint.nextOffset());
    }
}
