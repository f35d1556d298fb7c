package io.tidemark.assets;

import io.tidemark.bank.TransferId;
import io.tidemark.movement.Movement;
import java.util.Objects;

/** What is remembered of one transfer between a client's own accounts. */
public sealed interface Transfer {
    TransferId id();

    /** The latest event time of its legs, which decides how long it is remembered. */
    long latestBookedAtNanos();

    /**
     * One leg was seen, the partner was not: its money is in transit.
     *
     * @param offset of the leg's record
     * @param readAtMillis wall clock when the leg was read
     * @param amount in transit, minor units of the base currency: positive for an OUT leg, negative for an IN leg
     */
    record Open(Movement leg, long offset, long readAtMillis, long amount) implements Transfer {
        @Override
        public TransferId id() {
            return Objects.requireNonNull(leg.transfer());
        }

        @Override
        public long latestBookedAtNanos() {
            return leg.bookedAtNanos();
        }
    }

    /** Nothing of it is in transit any more: both legs were seen, or the grace has passed. */
    record Settled(TransferId id, long latestBookedAtNanos) implements Transfer {}
}
