package io.tidemark.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.local.Database;
import io.tidemark.local.SharedStack;
import io.tidemark.reference.ReferenceService.Answer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people set for themselves, over real HTTP in a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalSettingsIT {
    private final Database database = SharedStack.freshDatabase();
    private final ReferenceService service =
            ReferenceService.start(database, new SettableClock(Instant.parse("2026-11-23T02:00:00Z")));
    private Tables tables;

    @BeforeAll
    void tell() throws SQLException {
        tables = new Tables(database);
        service.put(
                "managers",
                Stream.of("A", "B", "C")
                        .map(id -> "{\"id\":\"" + id + "\",\"name\":\"" + id + "\"}")
                        .toArray(String[]::new));
    }

    @AfterAll
    void close() throws SQLException {
        tables.close();
        service.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        tables.execute("truncate personal_settings, absence");
    }

    @Test
    void quietHoursHoldUntilTheyAreDeleted() throws SQLException {
        String path = "/api/v1/managers/A/quiet-hours";
        assertThat(service.get(path).body()).isEqualTo("{\"from\":null,\"to\":null}");
        long before = version();

        String hours = "{\"from\":\"22:00\",\"to\":\"07:30\"}";
        assertThat(service.send("PUT", path, hours).body()).isEqualTo(hours);
        assertThat(service.send("PUT", path, hours).status()).isEqualTo(200);
        assertThat(service.get(path).body()).isEqualTo(hours);
        assertThat(version()).isEqualTo(before + 1);

        assertThat(service.send("DELETE", path, "").status()).isEqualTo(200);
        assertThat(service.get(path).body()).isEqualTo("{\"from\":null,\"to\":null}");
        assertThat(version()).isEqualTo(before + 2);
    }

    @Test
    void channelsAreChosenBySeverityInTheirOrder() throws SQLException {
        String path = "/api/v1/managers/A/channels";
        assertThat(service.get(path).body()).isEqualTo("{}");
        long before = version();

        String channels =
                "{\"HIGH\":[{\"channel\":\"SMS\",\"headStart\":\"PT0S\"},{\"channel\":\"PUSH\",\"headStart\":\"PT1M\"}],"
                        + "\"MEDIUM\":[]}";
        assertThat(service.send("PUT", path, channels).status()).isEqualTo(200);
        assertThat(service.send("PUT", path, channels).status()).isEqualTo(200);
        service.send("PUT", "/api/v1/managers/A/quiet-hours", "{\"from\":\"22:00\",\"to\":\"07:30\"}");

        assertThat(service.get(path).json()).isEqualTo(new Answer(200, channels).json());
        assertThat(version()).isEqualTo(before + 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            quiet-hours | {"from":"22:00"}                                   | to is missing.
            quiet-hours | {"from":"24:00","to":"07:00"}                      | from must be a time of the day, such as 22:00.
            quiet-hours | {"from":"07:00","to":"07:00"}                      | from and to are the same
            quiet-hours | nothing                                            | The line is not JSON
            channels    | {"URGENT":[]}                                      | Write, for each severity
            channels    | {"HIGH":[{"channel":"FAX"}]}                       | Write, for each severity
            channels    | {"HIGH":[{"channel":"SMS"},{"channel":"SMS"}]}     | Write, for each severity
            channels    | {"HIGH":[{"channel":"SMS","headStart":"PT25H"}]}   | Write, for each severity
            channels    | {"HIGH":{}}                                        | Write, for each severity
            channels    | []                                                 | Write, for each severity
            channels    | {                                                  | Write, for each severity
            """)
    void whatCantBeIsRefusedWithWhatToWrite(String what, String body, String sentence) {
        Answer answer = service.send("PUT", "/api/v1/managers/A/" + what, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).startsWith(sentence);
    }

    @Test
    void whomTheBankHasNotToldOfHasNoSettings() {
        for (String path : List.of("quiet-hours", "channels", "absences")) {
            assertThat(service.get("/api/v1/managers/nobody/" + path).status()).isEqualTo(404);
        }
        assertThat(service.send("PUT", "/api/v1/managers/nobody/channels", "{}").status())
                .isEqualTo(404);
        assertThat(absent("nobody", 1, 2, "A").status()).isEqualTo(404);
        assertThat(absent("A", 1, 2, "nobody").status()).isEqualTo(422);
    }

    @Test
    void anAbsenceIsEnteredListedAndStruck() throws SQLException {
        long before = version();
        Answer entered = absent("A", 1, 5, "B");
        assertThat(entered.status()).isEqualTo(201);
        assertThat(absent("A", 10, 12, "C").status()).isEqualTo(201);
        assertThat(absent("A", 12, 13, "C").status()).isEqualTo(201);

        assertThat(service.get("/api/v1/managers/A/absences")
                        .json()
                        .get("items")
                        .valueStream()
                        .map(each -> each.get("from").asString()))
                .containsExactly("2026-12-12T00:00:00.000Z", "2026-12-10T00:00:00.000Z", "2026-12-01T00:00:00.000Z");
        assertThat(version()).isEqualTo(before + 3);

        String path =
                "/api/v1/managers/A/absences/" + entered.json().get("absenceId").asString();
        assertThat(service.send("DELETE", path.replace("/A/", "/B/"), "").status())
                .isEqualTo(404);
        assertThat(service.send("DELETE", path, "").status()).isEqualTo(204);
        assertThat(service.send("DELETE", path, "").status()).isEqualTo(404);
        assertThat(absent("A", 2, 3, "C").status()).isEqualTo(201);
    }

    @Test
    void absencesThatOverlapOrCrossAreRefused() {
        absent("A", 1, 5, "B");

        assertThat(absent("A", 4, 6, "C").status()).isEqualTo(409);
        Answer crossing = absent("B", 4, 6, "A");
        assertThat(crossing.status()).isEqualTo(409);
        assertThat(crossing.detail()).contains("would stand in");
        assertThat(absent("B", 5, 6, "A").status()).isEqualTo(201);
        assertThat(absent("C", 1, 1, "A").status()).isEqualTo(400);
        assertThat(absent("C", 1, 2, "C").status()).isEqualTo(400);
    }

    @Test
    void ofTwoThatCrossAtTheSameMomentOneIsEntered() throws SQLException {
        for (int day = 1; day < 21; day++) {
            int on = day;
            CompletableFuture<Answer> one = CompletableFuture.supplyAsync(() -> absent("A", on, on + 1, "B"));
            CompletableFuture<Answer> other = CompletableFuture.supplyAsync(() -> absent("B", on, on + 1, "A"));
            assertThat(List.of(one.join().status(), other.join().status())).containsExactlyInAnyOrder(201, 409);
        }
        assertThat(tables.value("select count(*) from absence")).isEqualTo("20");
    }

    private Answer absent(String who, int from, int to, String delegate) {
        return service.send("POST", "/api/v1/managers/" + who + "/absences", """
                {"from":"2026-12-%02dT00:00:00Z","to":"2026-12-%02dT00:00:00Z","delegate":"%s"}""".formatted(from, to, delegate));
    }

    private long version() throws SQLException {
        return Long.parseLong(tables.value("select version from roster"));
    }
}
