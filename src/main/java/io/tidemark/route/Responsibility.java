package io.tidemark.route;

import io.tidemark.bank.ManagerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whom a client is assigned to.
 *
 * @param manager absent if nobody
 * @param until when that changes; absent if it is not known to
 */
public record Responsibility(
        @Nullable ManagerId manager, @Nullable Instant until) {}
