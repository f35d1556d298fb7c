package io.tidemark.deliver.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.deliver.Desk;
import io.tidemark.deliver.LedgerContract;
import io.tidemark.local.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresLedgerIT extends LedgerContract {
    private static final Database DATABASE = PostgresDesk.freshDatabase();

    private final PostgresDesk desk = new PostgresDesk(DATABASE, clock);

    @Override
    protected Desk desk() {
        return desk;
    }

    @BeforeEach
    void empty() {
        desk.empty();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theTimelineSaysToWhomAndHow() {
        aReceiptThatComesBeforeTheAnswerCounts();

        assertThat(desk.column(desk.database.sql("select person || ' ' || details from timeline order by seq")))
                .containsExactly(
                        "M-1 {\"channel\": \"SMS\", \"gateway\": \"A\"}",
                        "M-1 {\"channel\": \"SMS\", \"gateway\": \"A\"}");
    }
}
