package io.tidemark.respond.postgres;

import static io.tidemark.respond.postgres.Columns.required;
import static io.tidemark.respond.postgres.Columns.text;

import io.r2dbc.spi.Readable;
import io.tidemark.bank.BranchId;
import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Severity;
import io.tidemark.route.ChannelChoice;
import io.tidemark.route.Person;
import io.tidemark.route.QuietHours;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Managers and what they have set for themselves, out of their tables. */
final class PersonRows {
    private static final Logger LOG = LoggerFactory.getLogger(PersonRows.class);
    private static final TypeReference<Map<Severity, List<ChannelChoice>>> CHOICES = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;

    PersonRows(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Flux<Person> all() {
        return database.sql("""
                        select manager_id, name, branch_id, mobile, locale, zone, supervisor,
                            quiet_from, quiet_to, channels
                        from manager left join personal_settings using (manager_id) order by manager_id
                        """).map(this::person).all();
    }

    private Person person(Readable row) {
        @Nullable String branch = row.get("branch_id", String.class);
        return new Person(
                new ManagerId(text(row, "manager_id")),
                text(row, "name"),
                branch == null ? null : new BranchId(branch),
                row.get("mobile", String.class),
                Locale.forLanguageTag(text(row, "locale")),
                ZoneId.of(text(row, "zone")),
                required(row, "supervisor", Boolean.class),
                quiet(row),
                channels(row));
    }

    private static @Nullable QuietHours quiet(Readable row) {
        @Nullable LocalTime from = row.get("quiet_from", LocalTime.class);
        @Nullable LocalTime to = row.get("quiet_to", LocalTime.class);
        return from == null || to == null ? null : new QuietHours(from, to);
    }

    /** Settings that can't be read are as if there were none: the person must hear of alerts all the same. */
    private Map<Severity, List<ChannelChoice>> channels(Readable row) {
        @Nullable String document = row.get("channels", String.class);
        try {
            return document == null ? Map.of() : json.readValue(document, CHOICES);
        } catch (RuntimeException unreadable) {
            LOG.error("The channels that {} has chosen can't be read", row.get("manager_id"), unreadable);
            return Map.of();
        }
    }
}
