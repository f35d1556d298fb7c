package io.tidemark.respond;

import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertId;
import io.tidemark.bank.ManagerId;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The alerts as they are being worked on. Whatever is decided of an alert is decided while nobody else can change it, and
 * kept as a whole or not at all: the alert, its timeline, its event on the feed, who is to be told and who no longer.
 */
public interface Cases {

    /**
     * Looks at the alert that has been due for longest and that nobody else is looking at.
     *
     * @param decision the steps to be kept: of other alerts in the scene, and that of the alert itself
     * @return the alert; empty if none is due at {@code now}; fails with {@link Undecided} if the decision does
     */
    Mono<AlertId> look(Instant now, Function<Scene, List<Step>> decision);

    /** Looks at it no sooner than {@code until}, unless something happens to it before. */
    Mono<Void> postpone(AlertId id, Instant until);

    /**
     * Does what somebody wants to be done about an alert, if it is granted.
     *
     * @param once if present, and it was granted before, nothing is done and the reply is that of then
     */
    Mono<Answer> change(AlertId id, @Nullable Once once, Decision decision);

    /**
     * Keeps that somebody has seen it, once however often they look; their text message, if it has not left yet, is no
     * longer wanted.
     *
     * @return the alert; empty if there is none
     */
    Mono<Alert> seen(AlertId id, ManagerId by, Instant at);

    /** The alert and what happened to it, oldest first, at most {@code limit} of the newest; empty if there is none. */
    Mono<Story> story(AlertId id, int limit);

    /** The newest alert with this {@link AlertId#shortCode}; empty if there is none. */
    Mono<AlertId> newestWith(String code);

    /** Forgets replies of before {@code before}, at most {@code limit} at once, and says how many. */
    Mono<Long> forget(Instant before, int limit);

    /** Decides about an alert as it stands now. */
    interface Decision {
        Ruling on(Alert current);
    }
}
