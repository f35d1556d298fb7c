package io.tidemark.reference.postgres;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Severity;
import io.tidemark.reference.Objection;
import io.tidemark.reference.PersonalSettings;
import io.tidemark.route.ChannelChoice;
import io.tidemark.route.QuietHours;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Each change is one statement, and counts the roster up only if it is one. */
final class PostgresPersonalSettings implements PersonalSettings {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final TypeReference<Map<Severity, List<ChannelChoice>>> CHANNELS = new TypeReference<>() {};

    private static final String SELECT = """
            select quiet_from, quiet_to, coalesce(channels, '{}') as channels
            from manager left join personal_settings using (manager_id) where manager_id = :manager""";
    private static final String COUNT_UP = """
            , counted as (update roster set version = version + 1 where exists (select from kept))
            select count(*) as people from person""";
    private static final String KEEP_QUIET_HOURS = """
            with person as (
                select manager_id from manager where manager_id = :manager
            ), kept as (
                insert into personal_settings as p (manager_id, quiet_from, quiet_to)
                select manager_id, :from, :to from person
                on conflict (manager_id) do update set quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to
                where (p.quiet_from, p.quiet_to) is distinct from (excluded.quiet_from, excluded.quiet_to)
                returning 1
            )""" + COUNT_UP;
    private static final String KEEP_CHANNELS = """
            with person as (
                select manager_id from manager where manager_id = :manager
            ), kept as (
                insert into personal_settings as p (manager_id, channels) select manager_id, :channels from person
                on conflict (manager_id) do update set channels = excluded.channels
                where p.channels <> excluded.channels
                returning 1
            )""" + COUNT_UP;

    private final DatabaseClient database;
    private final JsonMapper json;

    PostgresPersonalSettings(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<Optional<QuietHours>> quietHours(ManagerId of) {
        return read(of, PostgresPersonalSettings::quietHours);
    }

    private static Optional<QuietHours> quietHours(Readable row) {
        @Nullable LocalTime from = row.get("quiet_from", LocalTime.class);
        @Nullable LocalTime to = row.get("quiet_to", LocalTime.class);
        return from == null || to == null ? Optional.empty() : Optional.of(new QuietHours(from, to));
    }

    @Override
    public Mono<Void> keepQuietHours(ManagerId of, @Nullable QuietHours quiet) {
        return keep(
                of,
                database.sql(KEEP_QUIET_HOURS)
                        .bind("from", Parameters.in(R2dbcType.TIME, quiet == null ? null : quiet.from()))
                        .bind("to", Parameters.in(R2dbcType.TIME, quiet == null ? null : quiet.to())));
    }

    @Override
    public Mono<Map<Severity, List<ChannelChoice>>> channels(ManagerId of) {
        return read(of, row -> json.readValue(Objects.requireNonNull(row.get("channels", String.class)), CHANNELS));
    }

    @Override
    public Mono<Void> keepChannels(ManagerId of, Map<Severity, List<ChannelChoice>> channels) {
        return keep(of, database.sql(KEEP_CHANNELS).bind("channels", json.writeValueAsString(channels)));
    }

    private <T> Mono<T> read(ManagerId of, Function<Readable, T> mapping) {
        return database.sql(SELECT)
                .bind("manager", of.value())
                .map(mapping)
                .one()
                .switchIfEmpty(Mono.error(() -> unknown(of)))
                .timeout(PATIENCE);
    }

    private static Mono<Void> keep(ManagerId of, GenericExecuteSpec statement) {
        return statement
                .bind("manager", of.value())
                .map(row -> Objects.requireNonNull(row.get("people", Long.class)))
                .one()
                .filter(people -> people > 0)
                .switchIfEmpty(Mono.error(() -> unknown(of)))
                .then()
                .timeout(PATIENCE);
    }

    static Objection unknown(ManagerId manager) {
        return Objection.unknown("The bank has not told of anybody with the id " + manager + ".");
    }
}
