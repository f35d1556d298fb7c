package io.tidemark.route;

import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertId;
import io.tidemark.alert.Change;
import io.tidemark.alert.Life;
import io.tidemark.alert.LifeCycle;
import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.feed.SampleAlerts;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One alert on a clock, on the way to its people. Times are Shanghai's, in November 2026: {@code 24T10:00}
 * is the Tuesday, of a week without holidays.
 */
final class Desk {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter SAID = DateTimeFormatter.ofPattern("EEE HH:mm:ss", Locale.ENGLISH);

    private final Routing routing;
    private final Roster roster;
    private Responsibility responsibility = new Responsibility(new ManagerId("M-17"), null);
    private Alert alert;
    private Plan plan;

    Desk(Roster roster, Severity severity) {
        this(RoutingPolicy.DEFAULT, roster, severity);
    }

    Desk(RoutingPolicy policy, Roster roster, Severity severity) {
        this.routing = new Routing(policy);
        this.roster = roster;
        this.alert = SampleAlerts.of(1, "C-1001", Rule.CRITICAL_BAND, severity);
        this.plan = new Plan(alert, List.of(), List.of(), false, null);
    }

    static Instant time(String said) {
        return LocalDateTime.parse("2026-11-" + said).atZone(SHANGHAI).toInstant();
    }

    Desk assignedTo(@Nullable String manager, @Nullable String until) {
        responsibility =
                new Responsibility(manager == null ? null : new ManagerId(manager), until == null ? null : time(until));
        return this;
    }

    Desk nobodyHasTheClient() {
        assignedTo(null, null);
        alert = alert.with(null, Life.begun(null));
        return this;
    }

    Desk looks(String at) {
        plan = routing.plan(alert, responsibility, roster, time(at));
        alert = plan.alert();
        return this;
    }

    Desk looksWhenPlanned() {
        plan = routing.plan(alert, responsibility, roster, Objects.requireNonNull(plan.lookAgainAt()));
        alert = plan.alert();
        return this;
    }

    Desk acknowledges(String by, String at, @Nullable String promise) {
        return happens(
                new Change.Acknowledged(time(at), new ManagerId(by), promise == null ? null : time(promise), null));
    }

    Desk reassigns(String to, String at) {
        return happens(new Change.Reassigned(time(at), new ManagerId("S-1"), new ManagerId(to), null));
    }

    Desk worsens(String at) {
        return happens(new Change.Worsened(time(at), new AlertId(new UUID(1, 1))));
    }

    Desk happens(Change change) {
        if (LifeCycle.after(alert, change) instanceof LifeCycle.Result.Changed changed) {
            alert = changed.alert();
            return this;
        }
        throw new AssertionError(change + " is refused");
    }

    /** Each notice as {@code M-17 MANAGER PUSH Tue 10:00:00}, with {@code held} if it is. */
    List<String> notices() {
        return plan.notices().stream()
                .map(it -> it.recipient() + " " + it.role() + " " + it.channel() + " " + said(it.dueAt())
                        + (it.held() ? " held" : ""))
                .toList();
    }

    /** Who is told. */
    List<String> told() {
        return plan.notices().stream()
                .map(it -> it.recipient() + " " + it.role())
                .distinct()
                .toList();
    }

    /** What has become of it, as {@code Told}. */
    List<String> changes() {
        return plan.changes().stream()
                .map(change -> change.getClass().getSimpleName())
                .toList();
    }

    String answerBy() {
        return said(alert.life().answerBy());
    }

    String looksAgain() {
        return said(plan.lookAgainAt());
    }

    Plan plan() {
        return plan;
    }

    Alert alert() {
        return alert;
    }

    private static String said(@Nullable Instant at) {
        return at == null ? "never" : SAID.format(at.atZone(SHANGHAI));
    }
}
