package io.tidemark.alert;

import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.feed.SampleAlerts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An alert that M-17 has, whose client is M-17's, while things happen to it. */
final class Living {
    static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    private Alert alert = SampleAlerts.of(1, "C-1001", Rule.CRITICAL_BAND, Severity.HIGH);
    private @Nullable String refusal;

    static ManagerId who(String id) {
        return new ManagerId(id);
    }

    static Instant in(int minutes) {
        return NOW.plusSeconds(60L * minutes);
    }

    Living after(Change change) {
        LifeCycle.Result result = LifeCycle.after(alert, change);
        if (result instanceof LifeCycle.Result.Changed changed) {
            alert = changed.alert();
            refusal = null;
        } else {
            refusal = ((LifeCycle.Result.Refused) result).why();
        }
        return this;
    }

    Living told() {
        return after(new Change.Told(NOW, in(15)));
    }

    Living escalated(int level) {
        return after(new Change.Escalated(NOW, level));
    }

    Living acknowledged(String by) {
        return after(new Change.Acknowledged(NOW, who(by), null, null));
    }

    Living promised(String by, int minutes) {
        return after(new Change.Acknowledged(NOW, who(by), in(minutes), null));
    }

    Living contacted(String by) {
        return after(new Change.Contacted(NOW, who(by), ContactWay.PHONE, "will think about it"));
    }

    Living resolved(Outcome outcome) {
        return after(new Change.Resolved(NOW, who("M-17"), outcome, null));
    }

    Living reopened() {
        return after(new Change.Reopened(NOW, who("S-1"), null));
    }

    Living reassigned(String to) {
        return after(new Change.Reassigned(NOW, who("S-1"), who(to), null));
    }

    Living handedOver(@Nullable String to) {
        return after(new Change.HandedOver(NOW, life().responsible(), to == null ? null : who(to)));
    }

    Living lapsed(int minutes) {
        return after(new Change.PromiseLapsed(in(minutes)));
    }

    Living worsened() {
        return after(new Change.Worsened(NOW, SampleAlerts.number(2).id()));
    }

    Living recovered() {
        return after(new Change.Recovered(NOW, SampleAlerts.number(2).id()));
    }

    Alert alert() {
        return alert;
    }

    Life life() {
        return alert.life();
    }

    AlertStatus status() {
        return alert.status();
    }

    @Nullable
    String has() {
        return alert.manager() == null ? null : alert.manager().value();
    }

    @Nullable
    String refusal() {
        return refusal;
    }
}
