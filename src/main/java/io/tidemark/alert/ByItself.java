package io.tidemark.alert;

import static io.tidemark.alert.AlertStatus.OPEN;
import static io.tidemark.alert.AlertStatus.RESOLVED;
import static io.tidemark.alert.LifeCycle.changed;

import io.tidemark.alert.LifeCycle.Result;
import io.tidemark.alert.LifeCycle.Result.Refused;
import io.tidemark.bank.ManagerId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an alert becomes by what time, movements and assignments do to it. */
final class ByItself {
    private ByItself() {}

    static Result handedOver(Alert alert, Change.HandedOver change) {
        Life life = alert.life();
        if (alert.status() == RESOLVED) {
            return new Refused("It is resolved; there is nothing to hand over.");
        } else if (Objects.equals(life.responsible(), change.to())) {
            return new Refused("The client is theirs already.");
        }
        Next next = Next.after(alert).responsible(change.to());
        return changed(alert, isWithWhoeverLostTheClient(alert, change) ? passedOn(next, alert, change) : next);
    }

    private static boolean isWithWhoeverLostTheClient(Alert alert, Change.HandedOver change) {
        return Objects.equals(alert.manager(), alert.life().responsible())
                || Objects.equals(alert.manager(), change.from());
    }

    /** What was promised to the client stands; but nobody who has the alert now has answered. */
    private static Next passedOn(Next next, Alert alert, Change.HandedOver change) {
        @Nullable ManagerId by = alert.life().acknowledgedBy();
        return next.manager(change.to())
                .acknowledgedBy(Objects.equals(by, alert.manager()) ? null : by)
                .level(0)
                .told(false)
                .answerBy(null);
    }

    static Result told(Alert alert, Change.Told change) {
        return alert.status() == RESOLVED
                ? new Refused("It is resolved; nobody needs to be told.")
                : changed(alert, Next.after(alert).nextStep().told(true).answerBy(change.answerBy()));
    }

    static Result escalated(Alert alert, Change.Escalated change) {
        if (alert.status() == RESOLVED) {
            return new Refused("It is resolved; nobody needs to answer.");
        } else if (change.level() <= alert.life().level()) {
            return new Refused("It is at level " + alert.life().level() + " already.");
        }
        return changed(
                alert, Next.after(alert).level(change.level()).told(false).answerBy(null));
    }

    static Result lapsed(Alert alert, Instant at) {
        @Nullable Promise promise = alert.life().promise();
        return promise == null || promise.until().isAfter(at)
                ? new Refused("No promise has lapsed.")
                : changed(alert, Next.after(alert).open().level(alert.life().level() + 1));
    }

    static Result worsened(Alert alert) {
        @Nullable Outcome outcome = alert.life().outcome();
        if (alert.status() == OPEN) {
            return new Refused("It is open still.");
        } else if (outcome != null && outcome != Outcome.RETAINED && outcome != Outcome.PARTLY_RETAINED) {
            return new Refused("It ended as " + outcome + ".");
        }
        return changed(
                alert, Next.after(alert).open().level(Math.max(1, alert.life().level())));
    }
}
