package io.tidemark.feed;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.Logger;
import reactor.util.Loggers;
import reactor.util.retry.Retry;

/**
 * Brings every event into this instance's ring, in order and none twice: from the hot tail, or from the history what the
 * hot tail does not have or cannot be asked for.
 */
final class Tail {
    private static final Logger LOG = Loggers.getLogger(Tail.class);
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration ANSWER = WAIT.plusMillis(500);
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final HotTail hot;
    private final History history;
    private final Destination ring;
    private final Scheduler timer;
    private boolean resting;
    private long restUntil;

    Tail(HotTail hot, History history, Destination ring, Scheduler timer) {
        this.hot = hot;
        this.history = history;
        this.ring = ring;
        this.timer = timer;
    }

    /** Where events go, and how far they have come. */
    interface Destination {
        long newest();

        int pageEvents();

        /** The event at {@code newest() + 1}. */
        void append(StoredEvent event);

        /** Everything up to {@code position} is out of reach. */
        void startAfter(long position);

        /** What was appended may be shown. */
        void publish();
    }

    /** Until cancelled. */
    Mono<Void> run() {
        return Mono.defer(this::step)
                .doOnError(problem -> LOG.warn("The feed stands still at {}: {}", ring.newest(), problem.toString()))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, RETRY).scheduler(timer))
                .repeat()
                .then();
    }

    /** The first answer takes longest: a connection has to be made. Whether it comes or not, the service may start. */
    Mono<Void> greet() {
        return Mono.defer(() -> hot.after(ring.newest(), 1, Duration.ofMillis(1)))
                .timeout(FIRST_ANSWER, timer)
                .then()
                .onErrorResume(problem -> rest(problem).then());
    }

    /** All that has a position now. */
    Mono<Void> catchUp() {
        return Mono.defer(() -> history.after(ring.newest(), ring.pageEvents()))
                .doOnNext(this::fromHistory)
                .repeat()
                .takeUntil(page -> page.size() < ring.pageEvents())
                .then();
    }

    private Mono<Void> step() {
        if (resting && timer.now(TimeUnit.MILLISECONDS) < restUntil) {
            return Mono.delay(POLL, timer).then(catchUp());
        }
        return hot.after(ring.newest(), ring.pageEvents(), WAIT)
                .timeout(ANSWER, timer)
                .doOnNext(found -> awake())
                .onErrorResume(this::rest)
                .flatMap(found -> fromHotTail(found) ? Mono.empty() : catchUp());
    }

    /** False if something is missing, or nothing came: then the history is asked, which knows. */
    private boolean fromHotTail(List<StoredEvent> found) {
        boolean contiguous = !found.isEmpty();
        for (StoredEvent event : found) {
            if (event.position() == ring.newest() + 1) {
                ring.append(event);
            } else {
                contiguous &= event.position() <= ring.newest();
            }
        }
        ring.publish();
        return contiguous;
    }

    private void fromHistory(List<StoredEvent> found) {
        for (StoredEvent event : found) {
            if (event.position() > ring.newest() + 1) {
                LOG.warn("Events after {} are no longer kept: the ring goes on at {}", ring.newest(), event.position());
                ring.startAfter(event.position() - 1);
            }
            ring.append(event);
        }
        ring.publish();
    }

    private void awake() {
        if (resting) {
            LOG.info("The hot tail can be read again");
        }
        resting = false;
    }

    private Mono<List<StoredEvent>> rest(Throwable problem) {
        if (!resting) {
            LOG.warn("The hot tail can't be read, the history is read instead: {}", problem.toString());
        }
        resting = true;
        restUntil = timer.now(TimeUnit.MILLISECONDS) + REST.toMillis();
        return Mono.just(List.of());
    }
}
