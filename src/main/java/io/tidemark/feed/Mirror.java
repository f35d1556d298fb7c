package io.tidemark.feed;

import io.tidemark.feed.History.Kept;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.Logger;
import reactor.util.Loggers;

/**
 * Keeps the hot tail equal to the end of the history. It never holds up who gives the positions: while the hot tail
 * can't be reached it rests, and later makes good what was missed. One step at a time.
 */
final class Mirror {
    static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Logger LOG = Loggers.getLogger(Mirror.class);
    private static final Duration REST = Duration.ofMillis(500);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);
    private static final long UNKNOWN = -1;

    private final HotTail tail;
    private final History history;
    private final FeedLimits limits;
    private final Scheduler timer;
    private long mirrored = UNKNOWN;
    private int failures;
    private long restUntil;

    Mirror(HotTail tail, History history, FeedLimits limits, Scheduler timer) {
        this.tail = tail;
        this.history = history;
        this.limits = limits;
        this.timer = timer;
    }

    /** Another may have appended meanwhile. */
    void forget() {
        mirrored = UNKNOWN;
    }

    /** Appends what was just given positions, or what is missing. Emits whether there is more to do at once. */
    Mono<Boolean> follow(List<StoredEvent> given) {
        return Mono.defer(() -> {
            if (now() < restUntil) {
                return Mono.just(false);
            }
            return step(given)
                    .timeout(PATIENCE, timer)
                    .doOnNext(done -> awake())
                    .onErrorResume(problem -> rest(problem));
        });
    }

    private Mono<Boolean> step(List<StoredEvent> given) {
        if (mirrored == UNKNOWN) {
            return catchUp();
        }
        if (given.isEmpty()) {
            return tail.last().flatMap(last -> last == mirrored ? Mono.just(false) : catchUp());
        }
        return given.get(0).position() == mirrored + 1
                ? tail.append(mirrored, given).map(appended -> appended ? reached(last(given)) : refused(mirrored))
                : catchUp();
    }

    /** The tail is asked before the history: as it is written after it, it can't know more unless it is of another one. */
    private Mono<Boolean> catchUp() {
        mirrored = UNKNOWN;
        return tail.last().flatMap(last -> history.kept().flatMap(kept -> catchUp(last, kept)));
    }

    private Mono<Boolean> catchUp(long last, Kept kept) {
        if (last == kept.newest()) {
            return Mono.just(reached(last));
        }
        long start = Math.max(kept.newest() - limits.streamEvents(), kept.oldest() - 1);
        boolean useless = last == 0 || last > kept.newest() || last < start;
        if (useless && last > 0) {
            LOG.warn("The hot tail stands at {}, the feed at {}: it is made again from {}", last, kept.newest(), start);
        }
        return history.after(useless ? start : last, limits.pageEvents())
                .flatMap(events -> useless ? tail.restart(last, events) : tail.append(last, events))
                .map(appended -> appended || refused(last));
    }

    private boolean reached(long position) {
        mirrored = position;
        return false;
    }

    private boolean refused(long expected) {
        mirrored = UNKNOWN;
        LOG.warn("The hot tail no longer stands at {}: it was emptied, or another instance appends to it", expected);
        return true;
    }

    private static long last(List<StoredEvent> events) {
        return events.get(events.size() - 1).position();
    }

    private void awake() {
        if (failures > 0) {
            LOG.info("The hot tail can be written again");
        }
        failures = 0;
    }

    private Mono<Boolean> rest(Throwable problem) {
        if (failures++ == 0) {
            LOG.warn("The hot tail can't be written, which is made good later: {}", problem.toString());
        }
        mirrored = UNKNOWN;
        restUntil = now() + Math.min(REST.toMillis() << Math.min(failures - 1, 10), LONGEST_REST.toMillis());
        return Mono.just(false);
    }

    private long now() {
        return timer.now(TimeUnit.MILLISECONDS);
    }
}
