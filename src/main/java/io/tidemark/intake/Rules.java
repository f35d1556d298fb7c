package io.tidemark.intake;

import io.tidemark.detect.Detector;
import io.tidemark.movement.BookingTime;
import io.tidemark.movement.Malformed;
import io.tidemark.movement.MalformedReason;
import io.tidemark.movement.Movement;
import io.tidemark.movement.MovementDecoder;
import java.time.Duration;
import java.time.Instant;

/**
 * How a record is understood and judged: the same for every partition that judges with the same editions.
 *
 * @param edition the number up to which editions of banks and rates are judged with
 * @param furthestFuture how far ahead of the wall clock a movement may be booked
 */
record Rules(long edition, MovementDecoder decoder, Detector detector, Duration furthestFuture) {

    Rules(long edition, Detector detector, Duration furthestFuture) {
        this(edition, new MovementDecoder(), detector, furthestFuture);
    }

    long latestAllowed(Instant now) {
        return BookingTime.toNanos(now.plus(furthestFuture));
    }

    void requireNotAfter(long latestAllowed, Movement movement) throws Malformed {
        if (movement.bookedAtNanos() > latestAllowed) {
            throw new Malformed(
                    MalformedReason.BOOKED_IN_FUTURE, "bookedAt is more than " + furthestFuture + " in the future");
        }
    }
}
