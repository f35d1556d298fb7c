package io.tidemark.feed.postgres;

import io.r2dbc.spi.Readable;
import io.tidemark.feed.FeedEvent.Kind;
import io.tidemark.feed.StoredEvent;
import java.util.Objects;

/** A row of the table {@code feed} that has a position. */
final class FeedRow {
    private FeedRow() {}

    static StoredEvent read(Readable row) {
        return new StoredEvent(
                required(row.get("position", Long.class)),
                Kind.valueOf(required(row.get("kind", String.class))),
                required(row.get("document", String.class)));
    }

    static <T> T required(T value) {
        return Objects.requireNonNull(value);
    }
}
