package io.tidemark.intake;

import io.tidemark.alert.Detection;
import io.tidemark.bank.ClientId;
import io.tidemark.detect.ClientState;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where the intake keeps what it found and how far it got. Everything that writes is atomic, asserts the epoch and fails
 * with {@link Fenced}, having changed nothing, if it is no longer held. After any other failure it is unknown whether
 * something was written: take the partition again and go on from what {@link #take} says.
 */
public interface Journal {

    /**
     * Takes a partition away from whoever has it: the epoch is higher than any before. If nothing was recorded beyond the
     * checkpoint, there is nothing that must be judged as before, and it is judged by {@code newestEdition} from now on,
     * unless that is older than the checkpoint's.
     *
     * @param newestEdition the newest of banks and rates that is known
     */
    Mono<Taken> take(Partition partition, long newestEdition);

    /** The states of the partition's clients as of the checkpoint; legs in transit begin their grace anew. */
    Flux<Known> states(Partition partition);

    /**
     * Keeps detections at once. Idempotent: one that is already kept changes nothing. The order is the order found.
     *
     * @param foundUpTo the first offset that was not yet judged when they were found
     */
    Mono<Void> record(Epoch epoch, List<Detection> detections, long foundUpTo);

    /** Keeps where the fold stands: detections as {@link #record} does, the states, and the offset they stand at. */
    Mono<Void> checkpoint(Epoch epoch, Checkpoint checkpoint);

    /**
     * A partition taken.
     *
     * @param nextOffset the first offset that the states do not know yet
     * @param foundUpTo the furthest offset that anything was recorded at, ahead of {@code nextOffset} after a crash: up to
     *     there the log must be judged just as it was judged before
     * @param counts of the records before {@code nextOffset}
     * @param edition the number of the newest edition of banks and rates to judge with: up to {@code foundUpTo} that very
     *     one, and none older ever after
     */
    record Taken(Epoch epoch, long nextOffset, long foundUpTo, Counts counts, long edition) {}

    /** A client's state. */
    record Known(ClientId client, ClientState state) {}

    /**
     * Where the fold stands.
     *
     * @param counts of the records before {@code nextOffset}
     * @param detections of legs whose grace has passed by the wall clock since the last record: what no replay of the
     *     log would find again in the same place
     * @param changed the states that changed since the last checkpoint
     * @param edition what is after {@code nextOffset} is judged with the editions up to this one
     */
    record Checkpoint(
            long nextOffset,
            Counts counts,
            List<Detection> detections,
            Map<ClientId, ClientState> changed,
            long edition) {

        Checkpoint with(List<Detection> others) {
            return new Checkpoint(nextOffset, counts, others, changed, edition);
        }
    }
}
