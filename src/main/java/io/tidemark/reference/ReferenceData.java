package io.tidemark.reference;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** What the bank has told, as it is kept. */
public interface ReferenceData {

    /**
     * Does the work while nobody else in the cluster imports this kind; whatever ends it, the next may begin.
     * Fails with {@link Busy} if somebody does.
     */
    <T> Mono<T> alone(Kind kind, Function<Import, Mono<T>> work);

    /** How many entries of the kind there are. */
    Mono<Long> entries(Kind kind);

    /** One kind, while nobody else imports it. */
    interface Import {

        /**
         * Puts each entry in the place of what is known under its key, all in one step or none; what is known already
         * is not touched. With an assignment, the alerts of its client that are not over are looked at anew; with a
         * person, branch or holiday, everybody who holds a roster learns that it is old.
         *
         * @param entries of the kind, and no key twice
         * @return how many were new or different
         */
        Mono<Long> keep(List<Entry> entries);

        /**
         * Makes an edition of what is known now, for detection to judge by from then on, unless the last one says the
         * same. Nothing for a kind without editions.
         */
        Mono<Void> publish(Instant effectiveFrom);
    }

    /** Somebody else is importing. */
    final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Busy(Kind kind) {
            super("another import of " + kind + " is running", null, false, false);
        }
    }
}
