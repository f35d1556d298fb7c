package io.tidemark.respond.postgres;

import static io.tidemark.respond.postgres.Columns.required;
import static io.tidemark.respond.postgres.Columns.text;

import io.tidemark.bank.ClientId;
import io.tidemark.bank.ManagerId;
import io.tidemark.respond.Assignment;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Who has which client, out of its table. */
final class AssignmentRows {
    private static final int MOST = 200;

    private final DatabaseClient database;

    AssignmentRows(DatabaseClient database) {
        this.database = database;
    }

    /** The latest ones. */
    Mono<List<Assignment>> of(ClientId client) {
        return database.sql("""
                        select manager_id, valid_from, valid_to from assignment
                        where client_id = :client order by valid_from desc limit :most
                        """)
                .bind("client", client.value())
                .bind("most", MOST)
                .map(row -> new Assignment(
                        new ManagerId(text(row, "manager_id")),
                        required(row, "valid_from", Instant.class),
                        row.get("valid_to", Instant.class)))
                .all()
                .collectList();
    }
}
