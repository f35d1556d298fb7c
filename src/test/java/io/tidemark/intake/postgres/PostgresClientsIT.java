package io.tidemark.intake.postgres;

import io.tidemark.intake.Clients;
import io.tidemark.intake.ClientsContract;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

class PostgresClientsIT extends ClientsContract {
    private final DatabaseClient database = DatabaseClient.create(FreshTables.connections());

    @Override
    protected Clients clients() {
        return new PostgresClients(database);
    }

    @Override
    protected void told(String client, String name, String branch) {
        database.sql("insert into client values (:client, :name, :branch, 'zh-CN')")
                .bind("client", client)
                .bind("name", name)
                .bind("branch", branch)
                .then()
                .block();
    }

    @Override
    protected void assigned(String client, String manager, Instant from, @Nullable Instant to) {
        DatabaseClient.GenericExecuteSpec statement = database.sql(
                        "insert into assignment values (:client, :manager, :from, :to)")
                .bind("client", client)
                .bind("manager", manager)
                .bind("from", from);
        (to == null ? statement.bindNull("to", Instant.class) : statement.bind("to", to))
                .then()
                .block();
    }
}
