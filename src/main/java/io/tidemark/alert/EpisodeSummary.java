package io.tidemark.alert;

import java.time.Instant;
import java.util.UUID;

/**
 * A client's time below a line, from the fall out of it until the recovery.
 *
 * @param id derived from the movement that opened it
 * @param crossings falls from above the line to below it, the opening one included
 * @param openedAt event time
 */
public record EpisodeSummary(UUID id, int crossings, Instant openedAt) {}
