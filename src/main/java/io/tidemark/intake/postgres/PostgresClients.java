package io.tidemark.intake.postgres;

import io.r2dbc.spi.Readable;
import io.tidemark.alert.ClientCard;
import io.tidemark.bank.BranchId;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.ManagerId;
import io.tidemark.intake.Clients;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Clients and their assignments as tables, in one statement. */
final class PostgresClients implements Clients {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DatabaseClient database;

    PostgresClients(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<ClientId, ClientCard>> cards(Set<ClientId> clients, Instant at) {
        return database.sql("""
                select asked.client_id, client.name, client.branch_id, assigned.manager_id
                from unnest(:clients) as asked (client_id)
                    left join client on client.client_id = asked.client_id
                    left join lateral (
                        select manager_id from assignment
                        where client_id = asked.client_id and valid_from <= :at and (valid_to is null or valid_to > :at)
                        order by valid_from desc limit 1
                    ) as assigned on true""")
                .bind("clients", clients.stream().map(ClientId::value).toArray(String[]::new))
                .bind("at", at)
                .map(row -> Map.entry(
                        new ClientId(Objects.requireNonNull(row.get("client_id", String.class))),
                        new ClientCard(
                                row.get("name", String.class),
                                known(row, "branch_id", BranchId::new),
                                known(row, "manager_id", ManagerId::new))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .timeout(PATIENCE);
    }

    private static <T> @Nullable T known(Readable row, String column, Function<String, T> identity) {
        @Nullable String value = row.get(column, String.class);
        return value == null ? null : identity.apply(value);
    }
}
