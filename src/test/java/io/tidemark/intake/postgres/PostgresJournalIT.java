package io.tidemark.intake.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.tidemark.app.DocumentMapper;
import io.tidemark.intake.Journal;
import io.tidemark.intake.JournalContract;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

class PostgresJournalIT extends JournalContract {
    private final DatabaseClient database;
    private final Journal journal;

    PostgresJournalIT() {
        PostgresqlConnectionFactory connections = FreshTables.connections();
        database = DatabaseClient.create(connections);
        journal = new PostgresJournal(
                database,
                TransactionalOperator.create(new R2dbcTransactionManager(connections)),
                new DetectionRows(database, DocumentMapper.create()),
                Clock.systemUTC());
    }

    @Override
    protected Journal journal() {
        return journal;
    }

    @Override
    protected List<String> movementsFound() {
        return column("select movement_id from finding order by seq");
    }

    @Override
    protected List<String> movementsAlerted() {
        return column("select document::json -> 'movement' ->> 'movementId' from alert order by seq");
    }

    @Test
    void everyAlertIsOnItsWayToTheFeedInTheSameOrder() {
        aDetectionThatIsAlreadyKeptChangesNothing();

        assertThat(column("select document::json -> 'movement' ->> 'movementId' from feed order by seq"))
                .containsExactly("M-5", "M-6");
    }

    private List<String> column(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList()
                .block());
    }
}
