package io.tidemark.feed.postgres;

import io.tidemark.feed.History;
import io.tidemark.feed.StoredEvent;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

final class PostgresHistory implements History {
    private final DatabaseClient database;

    PostgresHistory(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Kept> kept() {
        return database.sql(
                        "select coalesce(min(position), 1) as oldest, coalesce(max(position), 0) as newest from feed")
                .map(row -> new Kept(
                        FeedRow.required(row.get("oldest", Long.class)),
                        FeedRow.required(row.get("newest", Long.class))))
                .one();
    }

    @Override
    public Mono<List<StoredEvent>> after(long position, int limit) {
        return database.sql("""
                        select position, kind, document from feed
                        where position > :position order by position limit :limit
                        """)
                .bind("position", position)
                .bind("limit", limit)
                .map(FeedRow::read)
                .all()
                .collectList();
    }
}
