package io.tidemark.feed;

import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertId;
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
import io.tidemark.movement.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Alerts as they might be raised. */
public final class SampleAlerts {
    public static final Instant OCCURRED = Instant.parse("2026-11-22T02:02:31.120Z");

    private SampleAlerts() {}

    public static Money cny(String amount) {
        return Money.of(new BigDecimal(amount), Currency.getInstance("CNY"));
    }

    /** Of the movement at {@code offset}, the client being {@code C-1001} to {@code C-1009}. */
    public static Alert number(long offset) {
        return of(offset, "C-100" + (1 + offset % 9), Rule.CRITICAL_BAND, Severity.HIGH);
    }

    public static Alert of(long offset, String client, Rule rule, Severity severity) {
        @Nullable String line = rule.perLine() ? "PRIVATE" : null;
        @Nullable String window = rule == Rule.CUMULATIVE_OUTFLOW ? "P7D" : null;
        Origin origin = new Origin("balance-movements", 0, offset, Cause.ARRIVAL);
        return new Alert(
                AlertId.of(origin),
                origin,
                new ClientId(client),
                "王小明",
                new BranchId("SZ-01"),
                new ManagerId("M-17"),
                rule,
                line,
                severity,
                Life.begun(new ManagerId("M-17")),
                OCCURRED,
                OCCURRED.plusMillis(8),
                cny("6260000.00"),
                cny("5840000.00"),
                cny("160000.00"),
                paidToCompetitor(offset),
                List.of(new RaisedFinding(rule, line, window, severity, false)),
                rule.perLine() ? new EpisodeSummary(new UUID(7, 7), 1, OCCURRED) : null,
                3);
    }

    private static Evidence paidToCompetitor(long offset) {
        return new Evidence(
                new MovementId("M-" + offset),
                Direction.OUT,
                cny("420000.00"),
                new BankCode("308584000013"),
                "招商银行",
                false);
    }
}
