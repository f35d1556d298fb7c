package io.tidemark.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.local.Database;
import io.tidemark.local.SharedStack;
import io.tidemark.reference.ReferenceService.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of reference data over real HTTP into a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportIT {
    private final Database database = SharedStack.freshDatabase();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T02:00:00Z"));
    private final ReferenceService service = ReferenceService.start(database, clock);
    private Tables tables;

    @BeforeAll
    void connect() throws SQLException {
        tables = new Tables(database);
    }

    @AfterAll
    void close() throws SQLException {
        tables.close();
        service.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        tables.execute("truncate client, manager, branch, assignment, bank, rate, holiday, edition, alert cascade");
        clock.advance(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            clients  | {"id":"C-1","name":"王芳","branch":"SZ-01","locale":"zh-CN"} | {"id":"C-1","name":"王芳"}                          | C-1 王芳 - -
            managers | {"id":"M-1","name":"Li Na","mobile":"+8613800000001"}      | {"id":"M-1","name":"Li Na","supervisor":true,"branch":"B"} | M-1 Li Na B - zh-CN Asia/Shanghai t
            branches | {"id":"SZ-01","name":"Futian","parent":"SZ"}             | {"id":"SZ-01","name":"Nanshan","parent":"SZ"}          | SZ-01 Nanshan SZ
            banks    | {"code":"308584000013","name":"招商银行","kind":"PAYMENT"}    | {"code":"308584000013","name":"招商银行","kind":"COMPETITOR"} | 308584000013 招商银行 COMPETITOR
            rates    | {"currency":"USD","rate":"7.1800"}                       | {"currency":"USD","rate":7.2}                            | USD 7.2
            holidays | {"day":"2026-10-01","name":"National Day"}               | {"day":"2026-10-01","name":"Golden Week","workday":true} | 2026-10-01 Golden Week t
            assignments | {"client":"C-1","manager":"M-1","validFrom":"2020-01-01T00:00:00+08:00"} | {"client":"C-1","manager":"M-2","validFrom":"2020-01-01T00:00:00+08:00","validTo":"2030-01-01T00:00:00Z"} | C-1 M-2 2019-12-31 16:00:00+00 2030-01-01 00:00:00+00
            """)
    void whatIsToldIsKeptAndToldAgainChangesNothing(String kind, String first, String changed, String kept)
            throws SQLException {
        assertThat(service.put(kind, first).counts()).isEqualTo("1 accepted, 0 unchanged, 0 rejected");
        assertThat(service.put(kind, first).counts()).isEqualTo("0 accepted, 1 unchanged, 0 rejected");
        assertThat(service.put(kind, changed).counts()).isEqualTo("1 accepted, 0 unchanged, 0 rejected");
        assertThat(service.put(kind, changed, first, changed).counts())
                .isEqualTo("0 accepted, 3 unchanged, 0 rejected");

        tables.execute("set time zone 'UTC'");
        String table = kind.equals("branches") ? "branch" : kind.substring(0, kind.length() - 1);
        assertThat(tables.rows("select * from " + table)).containsExactly(kept);
        assertThat(service.get("/api/v1/reference/" + kind).body())
                .isEqualTo("{\"kind\":\"" + kind + "\",\"entries\":1}");
    }

    @Test
    void wrongLinesAreToldWithTheirNumbersAndStopNoOther() throws SQLException {
        Answer answer = service.put(
                "clients",
                "{\"id\":\"C-1\"}",
                "",
                "{\"name\":\"nobody\"}",
                "not json",
                "{\"id\":\"C-2\",\"name\":\"" + "x".repeat(70_000) + "\"}",
                "{\"id\":\"C-3\",\"vip\":{\"since\":[2020]}}\r",
                "{\"id\":\"C-4\",\"locale\":\"zh_CN\"}");

        assertThat(answer.counts()).isEqualTo("2 accepted, 0 unchanged, 4 rejected");
        assertThat(answer.json().get("rejected").toString()).isEqualTo("""
                [{"line":3,"reason":"id is missing."},\
                {"line":4,"reason":"The line is not JSON; something is wrong at character 1."},\
                {"line":5,"reason":"The line is longer than 65536 bytes."},\
                {"line":7,"reason":"locale must be a language tag as of BCP 47, such as zh-CN or en."}]""");
        assertThat(tables.rows("select client_id from client order by 1")).containsExactly("C-1", "C-3");
    }

    @Test
    void oneThousandWrongLinesAreListedAndTheRestIsCounted() {
        Answer answer = service.put("rates", "{}\n".repeat(2_500));

        assertThat(answer.json().get("rejected").size()).isEqualTo(1_000);
        assertThat(answer.json().get("rejectedMore").asInt()).isEqualTo(1_500);
    }

    @Test
    void onlyWhatChangesPeopleBranchesOrHolidaysMakesARosterOld() throws SQLException {
        long before = version();
        service.put("managers", "{\"id\":\"M-7\",\"name\":\"Li\"}", "{\"id\":\"M-8\",\"name\":\"Wu\"}");
        service.put("managers", "{\"id\":\"M-7\",\"name\":\"Li\"}");
        service.put("clients", "{\"id\":\"C-7\"}");
        assertThat(version()).isEqualTo(before + 1);

        service.put("branches", "{\"id\":\"B-7\",\"name\":\"B\"}");
        service.put("holidays", "{\"day\":\"2026-05-01\",\"name\":\"Labour Day\"}");
        assertThat(version()).isEqualTo(before + 3);
    }

    private long version() throws SQLException {
        return Long.parseLong(tables.value("select version from roster"));
    }

    @Test
    void fromNowOnSupersedesWhoeverIsResponsible() throws SQLException {
        service.put("assignments", "{\"client\":\"C-1\",\"manager\":\"M-1\",\"validFrom\":\"2020-01-01T00:00:00Z\"}");

        String same = "{\"client\":\"C-1\",\"manager\":\"M-1\"}";
        assertThat(service.put("assignments", same).counts()).isEqualTo("0 accepted, 1 unchanged, 0 rejected");
        String other = "{\"client\":\"C-1\",\"manager\":\"M-2\"}";
        assertThat(service.put("assignments", other).counts()).isEqualTo("1 accepted, 0 unchanged, 0 rejected");
        assertThat(service.put("assignments", other).counts()).isEqualTo("0 accepted, 1 unchanged, 0 rejected");
        assertThat(tables.value("select manager_id from assignment order by valid_from desc limit 1"))
                .isEqualTo("M-2");

        clock.advance(Duration.ofDays(1));
        String nobody = "{\"client\":\"C-1\",\"manager\":null}";
        assertThat(service.put("assignments", nobody).counts()).isEqualTo("1 accepted, 0 unchanged, 0 rejected");
        assertThat(service.put("assignments", nobody).counts()).isEqualTo("0 accepted, 1 unchanged, 0 rejected");
        assertThat(tables.rows("select client_id from assignment where valid_to is null or valid_to > '"
                        + clock.instant() + "'"))
                .isEmpty();
        assertThat(service.put("assignments", same).counts()).isEqualTo("1 accepted, 0 unchanged, 0 rejected");
    }

    @Test
    void whatIsOpenIsLookedAtAtOnceWhenSomebodyElseBecomesResponsible() throws SQLException {
        UUID open = alert("C-1", "OPEN", null);
        UUID later = alert("C-1", "ACKNOWLEDGED", clock.instant().plusSeconds(3600));
        UUID due = alert("C-1", "CONTACTED", clock.instant().minusSeconds(5));
        alert("C-1", "RESOLVED", null);
        alert("C-2", "OPEN", null);

        service.put("assignments", "{\"client\":\"C-1\",\"manager\":\"M-2\"}");

        assertThat(tables.rows("select alert_id from alert where look_at <= '" + clock.instant() + "'"))
                .containsExactlyInAnyOrder(open.toString(), later.toString(), due.toString());
        assertThat(tables.value("select look_at < '" + clock.instant() + "' from alert where alert_id = '" + due + "'"))
                .isEqualTo("t");

        tables.execute("update alert set look_at = null");
        service.put("assignments", "{\"client\":\"C-1\",\"manager\":\"M-2\"}");
        assertThat(tables.rows("select from alert where look_at is not null")).isEmpty();

        service.put("assignments", "{\"client\":\"C-1\",\"manager\":\"M-3\",\"validFrom\":\"2030-01-01T00:00:00Z\"}");
        assertThat(tables.value("select count(*) from alert where look_at is not null"))
                .isEqualTo("3");
    }

    private UUID alert(String client, String status, Instant lookAt) throws SQLException {
        UUID id = UUID.randomUUID();
        String look = lookAt == null ? "null" : "'" + lookAt + "'";
        tables.execute("insert into alert (alert_id, client_id, rule, severity, status, document, look_at) values ('"
                + id + "', '" + client + "', 'CRITICAL_BAND', 'HIGH', '" + status + "', '{}', " + look + ")");
        return id;
    }

    @Test
    void banksAndRatesThatChangeMakeAnEdition() throws SQLException {
        service.put("rates", "{\"currency\":\"USD\",\"rate\":\"7.10\"}", "{\"currency\":\"EUR\",\"rate\":\"8\"}");
        service.put("rates", "{\"currency\":\"USD\",\"rate\":\"7.1\"}", "nonsense");
        service.put("rates?effectiveFrom=2027-01-01T00:00:00Z", "{\"currency\":\"USD\",\"rate\":\"7.2\"}");
        service.put(
                "banks",
                "{\"code\":\"2\",\"name\":\"B\",\"kind\":\"OWN\"}",
                "{\"code\":\"1\",\"name\":\"A\",\"kind\":\"PAYMENT\"}");

        tables.execute("set time zone 'UTC'");
        String now = clock.instant().toString().replace('T', ' ').replace("Z", "+00");
        assertThat(tables.rows("select kind, effective_from, published_at, document::jsonb from edition order by seq"))
                .containsExactly(
                        "RATES " + now + " " + now + " {\"EUR\": \"8\", \"USD\": \"7.1\"}",
                        "RATES 2027-01-01 00:00:00+00 " + now + " {\"EUR\": \"8\", \"USD\": \"7.2\"}",
                        "BANKS " + now + " " + now
                                + " [{\"code\": \"1\", \"kind\": \"PAYMENT\", \"name\": \"A\"},"
                                + " {\"code\": \"2\", \"kind\": \"OWN\", \"name\": \"B\"}]");
    }

    @Test
    void anEditionThatAHalfFileOweIsMadeByTheNext() throws SQLException {
        tables.execute("insert into rate values ('USD', 7)");

        service.put("rates", "{\"currency\":\"USD\",\"rate\":\"7\"}");

        assertThat(tables.rows("select kind from edition")).containsExactly("RATES");
    }

    @ParameterizedTest
    @CsvSource({
        "clients, text/csv, 415",
        "clients, application/x-www-form-urlencoded, 415",
        "clients, application/json, 200",
        "clients, application/x-ndjson;charset=utf-8, 200",
        "pets, application/x-ndjson, 404",
        "clients?effectiveFrom=2027-01-01T00:00:00Z, application/x-ndjson, 400",
        "rates?effectiveFrom=tomorrow, application/x-ndjson, 400"
    })
    void whatCantBeReadHereIsRefused(String kind, String form, int status) {
        Answer answer = service.send(HttpRequest.newBuilder(service.uri("/api/v1/reference/" + kind))
                .header("Content-Type", form)
                .PUT(BodyPublishers.ofString("{\"id\":\"C-1\"}"))
                .build());

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains(status == 200 ? "accepted" : "detail");
    }
}
