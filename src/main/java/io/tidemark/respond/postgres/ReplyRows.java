package io.tidemark.respond.postgres;

import static io.tidemark.respond.postgres.Columns.required;
import static io.tidemark.respond.postgres.Columns.text;

import io.r2dbc.spi.Readable;
import io.tidemark.respond.Answer;
import io.tidemark.respond.Once;
import io.tidemark.respond.Reply;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Replies to requests that are done once, in their table. */
final class ReplyRows {
    private final DatabaseClient database;

    ReplyRows(DatabaseClient database) {
        this.database = database;
    }

    /** Whether it is the first with its key; waits for another with the same key that is being decided about. */
    Mono<Boolean> isFirst(Once once) {
        return of(once, """
                insert into answer (actor, key, request, created_at) values (:actor, :key, :request, :at)
                on conflict do nothing""")
                .bind("request", once.request())
                .bind("at", once.at())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Answer> earlier(Once once) {
        return of(once, "select request, version, body from answer where actor = :actor and key = :key")
                .map(row -> answer(once, row))
                .one();
    }

    Mono<Void> keep(Once once, Reply reply) {
        return of(once, "update answer set version = :version, body = :body where actor = :actor and key = :key")
                .bind("version", reply.version())
                .bind("body", reply.body())
                .then();
    }

    Mono<Long> forget(Instant before, int limit) {
        return database.sql("""
                        delete from answer where (actor, key) in (
                            select actor, key from answer where created_at < :before order by created_at limit :limit)
                        """)
                .bind("before", before)
                .bind("limit", limit)
                .fetch()
                .rowsUpdated();
    }

    private static Answer answer(Once once, Readable row) {
        return text(row, "request").equals(once.request())
                ? new Answer.Done(new Reply(required(row, "version", Integer.class), text(row, "body")))
                : new Answer.KeyTaken();
    }

    private DatabaseClient.GenericExecuteSpec of(Once once, String sql) {
        return database.sql(sql).bind("actor", once.actor().value()).bind("key", once.key());
    }
}
