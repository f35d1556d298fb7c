package io.tidemark.endtoend.day;

import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertId;
import io.tidemark.alert.Detection;
import io.tidemark.alert.EpisodeSummary;
import io.tidemark.alert.Evidence;
import io.tidemark.alert.Life;
import io.tidemark.alert.Origin;
import io.tidemark.alert.RaisedFinding;
import io.tidemark.bank.BankCode;
import io.tidemark.bank.BranchId;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.ManagerId;
import io.tidemark.bank.Money;
import io.tidemark.bank.MovementId;
import io.tidemark.detect.Cause;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.intake.Epoch;
import io.tidemark.intake.Journal;
import io.tidemark.intake.Partition;
import io.tidemark.movement.Direction;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes alerts down as the intake does. A client has one episode all day. */
final class Journalist {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Partition PARTITION = new Partition("balance-movements", 0);

    private final Journal journal;
    private final Epoch epoch;
    private final Map<String, UUID> episodes = new HashMap<>();
    private long offset;

    Journalist(Office office) {
        journal = office.part(Journal.class);
        epoch = Objects.requireNonNull(journal.take(PARTITION, 0).block(SOON)).epoch();
    }

    Alert raise(String client, @Nullable String manager, Rule rule, Severity severity, Instant now) {
        Origin origin = new Origin(PARTITION.topic(), PARTITION.number(), offset++, Cause.ARRIVAL);
        Alert alert = alert(origin, client, manager == null ? null : new ManagerId(manager), rule, severity, now);
        Detection detection = new Detection(origin, alert.movement().movementId(), alert.client(), List.of(), alert);
        journal.record(epoch, List.of(detection), offset).block(SOON);
        return alert;
    }

    private Alert alert(
            Origin origin, String client, @Nullable ManagerId manager, Rule rule, Severity severity, Instant now) {
        @Nullable String line = rule.perLine() ? "PRIVATE" : null;
        return new Alert(
                AlertId.of(origin),
                origin,
                new ClientId(client),
                "王小明",
                new BranchId("SZ-01"),
                manager,
                rule,
                line,
                severity,
                Life.begun(manager),
                now,
                now,
                cny("6260000.00"),
                cny("5840000.00"),
                cny("160000.00"),
                new Evidence(
                        new MovementId("M-" + origin.offset()),
                        Direction.OUT,
                        cny("420000.00"),
                        new BankCode("308584000013"),
                        "招商银行",
                        false),
                List.of(new RaisedFinding(rule, line, null, severity, false)),
                line == null
                        ? null
                        : new EpisodeSummary(episodes.computeIfAbsent(client, any -> UUID.randomUUID()), 1, now),
                1);
    }

    private static Money cny(String amount) {
        return Money.of(new BigDecimal(amount), Currency.getInstance("CNY"));
    }
}
