package io.tidemark.respond.postgres;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.tidemark.respond.News;
import reactor.core.publisher.Flux;

/** Listens, in a session of its own, to whoever tells the relay of new events. */
final class PostgresNews implements News {
    private final PostgresqlConnectionFactory connections;

    PostgresNews(PostgresqlConnectionFactory connections) {
        this.connections = connections;
    }

    @Override
    public Flux<?> arrivals() {
        return Flux.usingWhen(
                connections.create(),
                connection -> connection
                        .createStatement("listen tidemark_feed")
                        .execute()
                        .concatMap(PostgresqlResult::getRowsUpdated)
                        .thenMany(connection.getNotifications())
                        .onBackpressureLatest(),
                PostgresqlConnection::close);
    }
}
