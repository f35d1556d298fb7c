package io.tidemark.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.local.Database;
import io.tidemark.local.SharedStack;
import io.tidemark.reference.ReferenceService.Answer;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Files that come slowly, at the same time, or not to their end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportInterruptionsIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Database database = SharedStack.freshDatabase();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T02:00:00Z"));
    private final ReferenceService service = ReferenceService.start(database, clock);
    private final ReferenceService another = ReferenceService.start(database, clock);
    private Tables tables;

    @BeforeAll
    void connect() throws SQLException {
        tables = new Tables(database);
    }

    @AfterAll
    void close() throws SQLException {
        tables.close();
        service.close();
        another.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        tables.execute("truncate client, rate, edition");
    }

    @Test
    void whatCameBeforeTheConnectionBrokeStaysAndTheWholeFileMayBeSentAgainAtOnce() throws SQLException {
        SlowSender sender = SlowSender.begin(service.port(), "clients")
                .send(clients(0, 2_500))
                .send("{\"id\":\"C-25");
        await().atMost(SOON).until(() -> count() >= 2 * Batch.SIZE);
        sender.cut();

        Answer again = service.put("clients", clients(0, 5_000));

        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.json().get("accepted").asLong()).isLessThanOrEqualTo(5_000 - 2 * Batch.SIZE);
        assertThat(again.json().get("accepted").asLong()
                        + again.json().get("unchanged").asLong())
                .isEqualTo(5_000);
        assertThat(count()).isEqualTo(5_000);
        assertThat(service.put("clients", clients(0, 5_000)).counts())
                .isEqualTo("0 accepted, 5000 unchanged, 0 rejected");
    }

    private long count() throws SQLException {
        return Long.parseLong(tables.value("select count(*) from client"));
    }

    @Test
    void aFileOfWhichHalfCameMakesNoEdition() throws SQLException {
        String currencies = IntStream.range(0, Batch.SIZE)
                .mapToObj(line -> "{\"currency\":\"USD\",\"rate\":\"7.1\"}\n")
                .collect(Collectors.joining());
        SlowSender sender = SlowSender.begin(service.port(), "rates").send(currencies);
        await().atMost(SOON)
                .until(() -> tables.value("select count(*) from rate").equals("1"));
        sender.cut();

        assertThat(tables.rows("select from edition")).isEmpty();
        assertThat(service.put("rates", "{\"currency\":\"EUR\",\"rate\":\"8\"}").counts())
                .isEqualTo("1 accepted, 0 unchanged, 0 rejected");
        assertThat(tables.value("select document::jsonb from edition")).isEqualTo("{\"EUR\": \"8\", \"USD\": \"7.1\"}");
    }

    @Test
    void ofTheSameKindThereIsOneImportInTheWholeCluster() throws IOException {
        try (SlowSender sender = SlowSender.begin(service.port(), "clients").send(clients(0, 1_500))) {
            await().atMost(SOON).until(() -> count() == Batch.SIZE);

            for (ReferenceService each : new ReferenceService[] {service, another}) {
                Answer answer = each.put("clients", clients(0, 10));
                assertThat(answer.status()).isEqualTo(409);
                assertThat(answer.detail()).startsWith("Another import of clients is running");
            }
            assertThat(another.put("rates", "{\"currency\":\"USD\",\"rate\":\"7\"}")
                            .status())
                    .isEqualTo(200);

            assertThat(sender.end()).startsWith("HTTP/1.1 200").contains("\"accepted\":1500,\"unchanged\":0");
            assertThat(another.put("clients", clients(0, 10)).counts())
                    .isEqualTo("0 accepted, 10 unchanged, 0 rejected");
        }
    }

    @Test
    void aLargeFileThatIsRefusedIsAnswered() throws IOException {
        try (SlowSender sender = SlowSender.begin(service.port(), "clients").send(clients(0, 1_000))) {
            await().atMost(SOON).until(() -> count() == Batch.SIZE);

            Answer answer = service.put("clients", clients(0, 200_000));

            assertThat(answer.status()).isEqualTo(409);
            assertThat(sender.end()).startsWith("HTTP/1.1 200");
        }
    }

    private static String clients(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> "{\"id\":\"C-" + number + "\",\"name\":\"王芳\"}\n")
                .collect(Collectors.joining());
    }
}
