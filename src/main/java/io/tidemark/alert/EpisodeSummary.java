package io.tidemark.alert;

import io.tidemark.assets.Episode;
import io.tidemark.detect.Cause;
import io.tidemark.movement.BookingTime;
import java.time.Instant;
import java.util.UUID;

/**
 * A client's time below a line, from the fall out of it until the recovery.
 *
 * @param id derived from the movement that opened it and the line
 * @param crossings falls from above the line to below it, the opening one included
 * @param openedAt event time
 */
public record EpisodeSummary(UUID id, int crossings, Instant openedAt) {

    /** @param now an origin of the same partition */
    static EpisodeSummary of(Episode episode, String line, Origin now) {
        Cause cause = episode.openedByExpiry() ? Cause.LEG_EXPIRED : Cause.ARRIVAL;
        Origin opening = new Origin(now.topic(), now.partition(), episode.openedByOffset(), cause);
        return new EpisodeSummary(
                AlertId.named(AlertId.of(opening) + "/" + line),
                episode.crossings(),
                BookingTime.toInstant(episode.openedAtNanos()));
    }
}
