package io.tidemark.respond.postgres;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Columns as they are read and bound. */
final class Columns {
    private Columns() {}

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }

    /** What is bound for a text that may be absent. */
    static Object nullable(@Nullable Object value) {
        return value == null ? Parameters.in(String.class) : value.toString();
    }

    /** What is bound for a time that may be absent. */
    static Object nullable(@Nullable Instant value) {
        return value == null ? Parameters.in(Instant.class) : value;
    }
}
