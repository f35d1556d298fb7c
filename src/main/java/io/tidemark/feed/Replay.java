package io.tidemark.feed;

import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.Logger;
import reactor.util.Loggers;
import reactor.util.retry.Retry;

/** Reads what the ring no longer holds. */
final class Replay {
    private static final Logger LOG = Loggers.getLogger(Replay.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(5);

    private final History history;
    private final Documents documents;
    private final int limit;
    private final Scheduler timer;

    Replay(History history, Documents documents, int limit, Scheduler timer) {
        this.history = history;
        this.documents = documents;
        this.limit = limit;
        this.timer = timer;
    }

    /**
     * What comes right after {@code position}. While the history can't be read the subscriber waits, since it has
     * nowhere better to go.
     */
    Mono<Page> after(long position) {
        return Mono.defer(() -> history.after(position, limit))
                .flatMap(found -> found.isEmpty() ? nothingAfter(position) : Mono.just(page(found)))
                .doOnError(cause ->
                        LOG.warn("A subscriber waits: what follows {} can't be read", position, cause.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_RETRY)
                        .maxBackoff(LAST_RETRY)
                        .scheduler(timer));
    }

    private Page page(List<StoredEvent> found) {
        return new Page(
                found.get(0).position(),
                found.stream().map(stored -> RingEntry.of(stored, documents)).toList());
    }

    /** A position beyond the newest is of a feed that was reset: everything in this one is new to the subscriber. */
    private Mono<Page> nothingAfter(long position) {
        return history.kept().map(kept -> new Page(position > kept.newest() ? kept.oldest() : position + 1, List.of()));
    }

    /** Where it continues, and the events from there on, as far as they were read. */
    record Page(long from, List<RingEntry> entries) {}
}
