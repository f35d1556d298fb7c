package io.tidemark.reference.postgres;

import io.tidemark.reference.Entry;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Entries as a statement takes them: an array of texts per column, which the statement casts. */
@SuppressWarnings("ArrayRecordComponent") // made for one statement and never compared
record Rows(@Nullable String[][] columns) {

    static <E extends Entry> Rows of(List<E> entries, List<Function<E, @Nullable String>> columns) {
        @Nullable String[][] values = new @Nullable String[columns.size()][];
        for (int column = 0; column < values.length; column++) {
            values[column] = entries.stream().map(columns.get(column)).toArray(String[]::new);
        }
        return new Rows(values);
    }
}
