package io.tidemark.intake;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The movements' topic, as far as this instance shares in it. */
public interface MovementSource {

    /**
     * Each partition as it becomes this instance's. Joins the group on subscription and leaves it on cancellation. Fails
     * when the connection is beyond the client's own repair; subscribing anew starts afresh.
     */
    Flux<Assignment> assignments();

    /**
     * Leaves the group for good, so that others need not wait for the session to time out, and completes when it has.
     * Assignments complete.
     */
    Mono<Void> leave();

    /** A partition from the moment it was assigned until it is revoked or lost. */
    interface Assignment {
        Partition partition();

        /** Whether it is still this instance's, as far as is known. */
        boolean isHeld();

        /**
         * The records from {@code offset} on, in order, batch by batch as polled, none of them fetched under an earlier
         * assignment or before the seek. Completes when the partition is revoked or lost, and at once if it already was.
         * Fetches no more than a batch or two ahead of demand, whatever other partitions do; nothing is fetched before
         * the subscription. One subscriber at a time: after it has cancelled, or failed, the next may begin elsewhere.
         *
         * @param offset 0 for the beginning of what the log still has; otherwise one that {@link #acknowledge} could
         *     have been called with, and if the log no longer reaches back to it, or not yet up to it, the flux fails:
         *     going on elsewhere would lose movements without a word
         */
        Flux<List<RawRecord>> from(long offset);

        /** All before {@code nextOffset} is dealt with for good: shown to operators as the group's offset, no more. */
        void acknowledge(long nextOffset);
    }
}
