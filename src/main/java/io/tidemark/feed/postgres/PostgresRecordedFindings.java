package io.tidemark.feed.postgres;

import static io.tidemark.feed.postgres.FeedRow.required;

import io.r2dbc.spi.Readable;
import io.tidemark.bank.ClientId;
import io.tidemark.feed.RecordedFindings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

final class PostgresRecordedFindings implements RecordedFindings {
    private static final String SELECT =
            "select seq, movement_id, client_id, rule, qualifier, severity, suppressed from finding where seq > :seq";
    private static final String PAGE = " order by seq limit :limit";

    private final DatabaseClient database;

    PostgresRecordedFindings(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<RecordedFinding>> after(long sequence, @Nullable ClientId client, int limit) {
        DatabaseClient.GenericExecuteSpec select = client == null
                ? database.sql(SELECT + PAGE)
                : database.sql(SELECT + " and client_id = :client" + PAGE).bind("client", client.value());
        return select.bind("seq", sequence)
                .bind("limit", limit)
                .map(PostgresRecordedFindings::read)
                .all()
                .collectList();
    }

    private static RecordedFinding read(Readable row) {
        return new RecordedFinding(
                required(row.get("seq", Long.class)),
                required(row.get("movement_id", String.class)),
                required(row.get("client_id", String.class)),
                required(row.get("rule", String.class)),
                required(row.get("qualifier", String.class)),
                required(row.get("severity", String.class)),
                required(row.get("suppressed", Boolean.class)));
    }
}
