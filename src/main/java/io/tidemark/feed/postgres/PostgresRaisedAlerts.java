package io.tidemark.feed.postgres;

import io.r2dbc.spi.Readable;
import io.tidemark.alert.AlertId;
import io.tidemark.bank.BranchId;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.feed.Documents;
import io.tidemark.feed.Filter;
import io.tidemark.feed.RaisedAlerts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

final class PostgresRaisedAlerts implements RaisedAlerts {
    private static final String SELECT = """
            select seq, document,
                (select max(position) from feed where feed.alert_id = alert.alert_id) as position
            from alert where\s""";

    private final DatabaseClient database;
    private final Documents documents;

    PostgresRaisedAlerts(DatabaseClient database, Documents documents) {
        this.database = database;
        this.documents = documents;
    }

    @Override
    public Mono<List<RaisedAlert>> newest(Filter filter, @Nullable Long before, int limit) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("seq < :before", before == null ? Long.MAX_VALUE : before);
        anyOf("rule", filter.rules(), Rule::name, values);
        anyOf("severity", orWorse(filter.severity()), Severity::name, values);
        anyOf("branch", filter.branches(), BranchId::value, values);
        anyOf("manager", filter.managers(), ManagerId::value, values);
        anyOf("client_id", filter.clients(), ClientId::value, values);
        DatabaseClient.GenericExecuteSpec select =
                database.sql(SELECT + String.join(" and ", values.keySet()) + " order by seq desc limit " + limit);
        for (Map.Entry<String, Object> each : values.entrySet()) {
            select = select.bind(parameter(each.getKey()), each.getValue());
        }
        return select.map(this::read).all().collectList();
    }

    @Override
    public Mono<RaisedAlert> find(AlertId id) {
        return database.sql(SELECT + "alert_id = :id")
                .bind("id", id.value())
                .map(this::read)
                .one();
    }

    private RaisedAlert read(Readable row) {
        return new RaisedAlert(
                FeedRow.required(row.get("seq", Long.class)),
                row.get("position", Long.class),
                documents.read(FeedRow.required(row.get("document", String.class))));
    }

    private static <T> void anyOf(
            String column, Collection<T> asked, Function<T, String> value, Map<String, Object> values) {
        if (!asked.isEmpty()) {
            values.put(
                    column + " = any(:" + column + ")",
                    asked.stream().map(value).toArray(String[]::new));
        }
    }

    /** Nothing if every severity is asked for. */
    private static List<Severity> orWorse(Severity least) {
        return least == Severity.INFO
                ? List.of()
                : Stream.of(Severity.values())
                        .filter(each -> each.atLeast(least))
                        .toList();
    }

    private static String parameter(String condition) {
        return condition.substring(condition.indexOf(':') + 1).replace(")", "");
    }
}
