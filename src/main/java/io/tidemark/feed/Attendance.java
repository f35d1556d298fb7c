package io.tidemark.feed;

import io.tidemark.bank.ManagerId;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Who is shown their alerts on a stream of this instance: told to the others soon after they come and again every
 * 15 seconds. Who leaves is forgotten by not being mentioned again.
 */
public final class Attendance {
    private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int TICKS_BETWEEN = 15;
    private static final Duration VALID = Duration.ofSeconds(40);

    private final Presences presences;
    private final Scheduler timer;
    private final Map<ManagerId, Integer> streams = new ConcurrentHashMap<>();
    private final Set<ManagerId> untold = ConcurrentHashMap.newKeySet();

    public Attendance(Presences presences, Scheduler timer) {
        this.presences = presences;
        this.timer = timer;
    }

    /** They are shown their alerts from now on, until disposed. */
    public Disposable enter(Set<ManagerId> managers) {
        managers.forEach(manager -> {
            streams.merge(manager, 1, Integer::sum);
            untold.add(manager);
        });
        return Disposables.composite(() -> managers.forEach(this::leave));
    }

    private void leave(ManagerId manager) {
        if (streams.computeIfPresent(manager, (any, open) -> open == 1 ? null : open - 1) == null) {
            untold.remove(manager);
        }
    }

    /** Tells until disposed; who can't be told now is told at the next turn. */
    public Disposable run() {
        return Flux.interval(TICK, timer)
                .onBackpressureDrop()
                .concatMap(this::tell, 1)
                .subscribe();
    }

    private Mono<Void> tell(long tick) {
        Set<ManagerId> toTell = new HashSet<>(tick % TICKS_BETWEEN == 0 ? streams.keySet() : untold);
        if (toTell.isEmpty()) {
            return Mono.empty();
        }
        untold.removeAll(toTell);
        return presences.there(toTell, VALID).onErrorResume(failure -> {
            toTell.stream().filter(streams::containsKey).forEach(untold::add);
            LOG.warn("Can't say who is looking at the feed, and go on without: {}", failure.toString());
            return Mono.empty();
        });
    }
}
