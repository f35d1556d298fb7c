package io.tidemark.feed;

import java.util.List;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The right to give events their positions, which in the whole cluster one session has at most. */
public interface Positions {

    /**
     * Waits until this instance has the right, does the work while it has, and gives it up when the work ends or is
     * cancelled. Fails when the right may be lost; nothing that the work does through its session succeeds after that.
     */
    <T> Flux<T> whileHeld(Function<Session, Publisher<T>> work);

    /** The right, as long as it lasts. */
    interface Session {
        /** Something whenever events may have been recorded; more or fewer than were. */
        Flux<?> news();

        /**
         * Gives the first recorded events that have no position the next ones, without a gap, in the order they were
         * recorded in, at most {@code limit}; all or none of them. Emits them in that order.
         */
        Mono<List<StoredEvent>> assign(int limit);
    }
}
