package io.tidemark.intake;

import io.tidemark.alert.Alerts;
import io.tidemark.detect.Detector;
import io.tidemark.movement.BookingTime;
import io.tidemark.movement.Malformed;
import io.tidemark.movement.MalformedReason;
import io.tidemark.movement.Movement;
import io.tidemark.movement.MovementDecoder;
import java.time.Duration;
import java.time.Instant;

/**
 * How a record is understood, judged and spoken of: the same for every partition.
 *
 * @param furthestFuture how far ahead of the wall clock a movement may be booked
 */
public record Rules(MovementDecoder decoder, Detector detector, Alerts alerts, Duration furthestFuture) {

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
