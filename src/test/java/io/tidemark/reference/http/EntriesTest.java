package io.tidemark.reference.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.reference.Entry;
import io.tidemark.reference.Entry.Assignment;
import io.tidemark.reference.Entry.Bank;
import io.tidemark.reference.Entry.BankKind;
import io.tidemark.reference.Entry.Branch;
import io.tidemark.reference.Entry.Client;
import io.tidemark.reference.Entry.Holiday;
import io.tidemark.reference.Entry.Manager;
import io.tidemark.reference.Entry.Rate;
import io.tidemark.reference.Kind;
import io.tidemark.reference.Rejection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Lines of each kind, as JSON: what is taken, and in which words the rest is refused. */
class EntriesTest {
    private static final Map<Kind, String> WHOLE = Map.of(
            Kind.CLIENTS,
            "{\"id\":\"C-1\",\"name\":\"王芳\",\"branch\":\"SZ-01\",\"locale\":\"zh-CN\"}",
            Kind.MANAGERS,
            "{\"id\":\"M-1\",\"name\":\"Li\",\"branch\":\"B\",\"mobile\":\"+8613800000000\",\"supervisor\":true}",
            Kind.BRANCHES,
            "{\"id\":\"B\",\"name\":\"Futian\",\"parent\":\"SZ\"}",
            Kind.ASSIGNMENTS,
            "{\"client\":\"C-1\",\"manager\":\"M-1\",\"validFrom\":\"2020-01-01T00:00:00+08:00\"}",
            Kind.BANKS,
            "{\"code\":\"1\",\"name\":\"A\",\"kind\":\"OWN\"}",
            Kind.RATES,
            "{\"currency\":\"USD\",\"rate\":7.18}",
            Kind.HOLIDAYS,
            "{\"day\":\"2026-10-01\",\"name\":\"National Day\",\"workday\":false}");

    private final JsonLineReader reader = new JsonLineReader(new JsonMapper());

    @Test
    void whatIsOptionalMayBeAbsentNullOrEmpty() {
        Client bare = new Client("C-1", null, null, null);
        assertThat(entry(Kind.CLIENTS, "{'id':'C-1'}")).isEqualTo(bare);
        assertThat(entry(Kind.CLIENTS, "{'id':'C-1','name':null,'branch':'','locale':''}"))
                .isEqualTo(bare);
        assertThat(entry(Kind.BRANCHES, "{'id':'B','name':'Futian'}")).isEqualTo(new Branch("B", "Futian", null));
    }

    @Test
    void aManagerSpeaksChineseInShanghaiAndSupervisesNobodyUnlessItIsSaid() {
        assertThat(entry(Kind.MANAGERS, "{'id':'M','name':'Li'}"))
                .isEqualTo(new Manager("M", "Li", null, null, "zh-CN", "Asia/Shanghai", false));
        assertThat(entry(
                        Kind.MANAGERS,
                        "{'id':'M','name':'Li','branch':'B','mobile':'+85291234567','locale':'EN-hk',"
                                + "'zone':'Asia/Hong_Kong','supervisor':true}"))
                .isEqualTo(new Manager("M", "Li", "B", "+85291234567", "en-HK", "Asia/Hong_Kong", true));
    }

    @Test
    void anAssignmentBeginsAtATimeOrNow() {
        Instant from = Instant.parse("2019-12-31T16:00:00Z");
        assertThat(entry(Kind.ASSIGNMENTS, "{'client':'C','manager':'M','validFrom':'2020-01-01T00:00:00+08:00'}"))
                .isEqualTo(new Assignment("C", "M", from, null));
        assertThat(entry(Kind.ASSIGNMENTS, "{'client':'C','manager':'M','from':'2020-01-01t00:00:00.0000009+08:00'}"))
                .isEqualTo(new Assignment("C", "M", from, null));
        assertThat(entry(Kind.ASSIGNMENTS, "{'client':'C','manager':'M'}"))
                .isEqualTo(new Assignment("C", "M", null, null));
        assertThat(entry(Kind.ASSIGNMENTS, "{'client':'C','manager':null}"))
                .isEqualTo(new Assignment("C", null, null, null));
    }

    @Test
    void aRateIsTheSameHoweverItIsWritten() {
        for (String rate : List.of("'7.18'", "'7.1800'", "7.18", "718e-2", "'0007.18'")) {
            assertThat(entry(Kind.RATES, "{'currency':'USD','rate':" + rate + "}"))
                    .isEqualTo(new Rate("USD", "7.18"));
        }
    }

    @Test
    void banksAndHolidaysAreRead() {
        assertThat(entry(Kind.BANKS, "{'code':'1','name':'A','kind':'NOT_COMPETITOR'}"))
                .isEqualTo(new Bank("1", "A", BankKind.NOT_COMPETITOR));
        assertThat(entry(Kind.HOLIDAYS, "{'day':'2026-10-10','name':'A Saturday','workday':true}"))
                .isEqualTo(new Holiday(LocalDate.of(2026, 10, 10), "A Saturday", true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CLIENTS | {'id':''} | id is missing.
            CLIENTS | {'id':17} | id must be a text in quotation marks.
            CLIENTS | {'id':['C']} | id must be a text in quotation marks.
            CLIENTS | {'id':'12345678901234567890123456789012345678901234567890123456789012345'} | id is longer than 64 characters.
            CLIENTS | {'id':'C\\u0000'} | id has a character that can't be kept, at its position 2.
            CLIENTS | {'id':'C','name':'x\\ud842'} | name has a character that can't be kept, at its position 2.
            CLIENTS | {'id':'C','locale':'chinese!'} | locale must be a language tag
            CLIENTS | {'id':'C','locale':'x-private'} | locale must be a language tag
            CLIENTS | {'id':'C','id':'D'} | A field is there twice: id.
            CLIENTS | {'id':'C'} {'id':'D'} | There is something after the JSON object
            CLIENTS | [] | The line is not a JSON object.
            CLIENTS | {'id':'C' | The line is not JSON
            MANAGERS | {'id':'M'} | name is missing.
            MANAGERS | {'id':'M','name':'Li','mobile':'13800000000'} | mobile must be a number in international form
            MANAGERS | {'id':'M','name':'Li','zone':'+08:00'} | zone must be a time zone of IANA
            MANAGERS | {'id':'M','name':'Li','supervisor':'yes'} | supervisor must be true or false.
            BRANCHES | {'id':'B','name':'B','parent':'B'} | parent is the branch itself
            ASSIGNMENTS | {'client':'C'} | manager is missing; write null for nobody.
            ASSIGNMENTS | {'client':'C','manager':null,'validFrom':'2020-01-01T00:00:00Z'} | manager is missing.
            ASSIGNMENTS | {'client':'C','manager':'M','validTo':'2020-01-01T00:00:00Z'} | validTo is there without validFrom
            ASSIGNMENTS | {'client':'C','manager':'M','validFrom':'2020-01-01'} | validFrom must be a time as of RFC 3339
            ASSIGNMENTS | {'client':'C','manager':'M','validFrom':'2020-02-30T00:00:00Z'} | validFrom must be a time as of RFC 3339
            ASSIGNMENTS | {'client':'C','manager':'M','validFrom':'9999-12-31T23:59:59-18:00'} | validFrom must be a time as of RFC 3339
            ASSIGNMENTS | {'client':'C','manager':'M','validFrom':'2020-01-01T00:00:00Z','validTo':'2020-01-01T08:00:00+08:00'} | validTo is not after validFrom.
            BANKS | {'code':'1','name':'A','kind':'FRIEND'} | kind must be one of OWN, COMPETITOR, PAYMENT, NOT_COMPETITOR.
            RATES | {'currency':'XAU','rate':'1'} | currency must be a currency of ISO 4217
            RATES | {'currency':'usd','rate':'1'} | currency must be a currency of ISO 4217
            RATES | {'currency':'USD','rate':0} | rate must be a positive decimal
            RATES | {'currency':'USD','rate':-1} | rate must be a positive decimal
            RATES | {'currency':'USD','rate':'1.0000000000001'} | rate must be a positive decimal
            RATES | {'currency':'USD','rate':1e999999999} | rate must be a positive decimal
            HOLIDAYS | {'day':'2026-02-29','name':'None'} | day must be a day, such as 2026-10-01.
            """)
    void whatIsWrongIsSaidInASentence(Kind kind, String line, String sentence) {
        assertThat(rejection(kind, line)).startsWith(sentence).endsWith(".");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whateverALineIsItIsReadOrRefusedWithASentence(Kind kind) {
        Random random = new Random(kind.name().hashCode());
        String whole = Objects.requireNonNull(WHOLE.get(kind));
        assertThat(kind.entry(reader.read(whole))).isNotNull();
        for (int round = 0; round < 20_000; round++) {
            StringBuilder line = new StringBuilder(whole);
            for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
                change(line, random);
            }
            readOrRefused(kind, line.toString());
        }
    }

    private static void change(StringBuilder line, Random random) {
        int at = random.nextInt(line.length() + 1);
        switch (random.nextInt(3)) {
            case 0 -> line.insert(at, "{}[]:,\"\\u0e-+.é𠮷null9".charAt(random.nextInt(20)));
            case 1 -> line.insert(at, (char) random.nextInt(0x10000));
            default -> line.delete(at, Math.min(line.length(), at + random.nextInt(1, 10)));
        }
    }

    private void readOrRefused(Kind kind, String line) {
        try {
            assertThat(kind.entry(reader.read(line)).key()).isNotEmpty();
        } catch (Rejection rejection) {
            assertThat(rejection.sentence()).endsWith(".").hasSizeLessThan(200);
        }
    }

    private String rejection(Kind kind, String line) {
        return catchThrowableOfType(Rejection.class, () -> entry(kind, line)).sentence();
    }

    private Entry entry(Kind kind, String line) {
        return kind.entry(reader.read(line.replace('\'', '"')));
    }
}
