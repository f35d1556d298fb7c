package io.tidemark.deliver.postgres;

import io.tidemark.deliver.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A message's deliveries going from one state to another.
 *
 * @param kind what the timeline says of it; absent if nothing
 * @param gateway absent if it was none's doing
 */
@SuppressWarnings("ArrayRecordComponent") // made for one statement and never compared
record Move(
        String to,
        @Nullable Reason reason,
        @Nullable String kind,
        @Nullable String gateway,
        String... from) {}
