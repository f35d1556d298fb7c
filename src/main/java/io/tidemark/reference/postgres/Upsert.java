package io.tidemark.reference.postgres;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlStatement;
import io.tidemark.reference.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One statement that keeps what is new or different among many entries and says how many there were. Rows that say what
 * is known are left out before the insert, as {@code on conflict} would lock and so write each of them.
 *
 * @param sql takes the columns as arrays of texts from {@code $1} on
 * @param atNow whether it takes the present moment after them
 */
record Upsert<E extends Entry>(Class<E> type, String sql, List<Function<E, @Nullable String>> columns, boolean atNow) {

    Mono<Long> run(PostgresqlConnection connection, List<? extends Entry> entries, Instant now) {
        return Mono.defer(() -> {
            PostgresqlStatement statement = connection.createStatement(sql);
            @Nullable
            String[][] arrays =
                    Rows.of(entries.stream().map(type::cast).toList(), columns).columns();
            for (int column = 0; column < arrays.length; column++) {
                statement.bind(column, arrays[column]);
            }
            if (atNow) {
                statement.bind(arrays.length, now.toString());
            }
            return statement
                    .execute()
                    .concatMap(result -> result.map(row -> Objects.requireNonNull(row.get(0, Long.class))))
                    .single();
        });
    }
}
