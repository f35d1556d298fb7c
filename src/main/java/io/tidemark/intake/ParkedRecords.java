package io.tidemark.intake;

import io.tidemark.movement.MalformedReason;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where records go that are no movements: whole, with the reason, for a person to look at. */
public interface ParkedRecords {

    /**
     * Completes when all are kept safe. A crash between this and the next checkpoint parks them again, with the same
     * source offset.
     */
    Mono<Void> park(Partition source, List<Parked> records);

    /** A record and what is wrong with it. */
    record Parked(RawRecord record, MalformedReason reason) {}
}
