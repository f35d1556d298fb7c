package io.tidemark.alert;

import static io.tidemark.alert.AlertStatus.ACKNOWLEDGED;
import static io.tidemark.alert.AlertStatus.CONTACTED;
import static io.tidemark.alert.AlertStatus.OPEN;
import static io.tidemark.alert.AlertStatus.RESOLVED;
import static io.tidemark.alert.LifeCycle.changed;

import io.tidemark.alert.LifeCycle.Result;
import io.tidemark.alert.LifeCycle.Result.Refused;
import io.tidemark.bank.ManagerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an alert becomes by what people do about it. */
final class ByPeople {
    private ByPeople() {}

    static Result acknowledged(Alert alert, Change.Acknowledged change) {
        Life life = alert.life();
        @Nullable Instant promised = change.promise();
        @Nullable String objection = objection(life, change);
        if (objection != null) {
            return new Refused(objection);
        }
        @Nullable Promise promise = promised == null ? life.promise() : new Promise(change.by(), promised);
        return changed(alert, answered(alert, change.by(), change.by()).promise(promise));
    }

    private static @Nullable String objection(Life life, Change.Acknowledged change) {
        @Nullable ManagerId earlier = life.acknowledgedBy();
        @Nullable Instant promised = change.promise();
        if (life.status() == RESOLVED) {
            return "It is resolved already; reopen it first.";
        } else if (life.status() == CONTACTED) {
            return "The client was contacted already; write down what follows, or resolve it.";
        } else if (promised != null && !promised.isAfter(change.at())) {
            return "The client cannot be contacted by a time that has passed; promise one that is still to come.";
        } else if (earlier != null && !earlier.equals(change.by())) {
            return earlier + " has acknowledged it already; reassign it to yourself if you are to have it.";
        } else if (earlier != null && promised == null) {
            return "You have acknowledged it already; give a time if you want to promise another.";
        }
        return null;
    }

    static Result contacted(Alert alert, Change.Contacted change) {
        if (alert.status() == RESOLVED) {
            return new Refused("It is resolved already; reopen it first.");
        }
        @Nullable ManagerId first = alert.life().acknowledgedBy();
        Next next = answered(alert, change.by(), first == null ? change.by() : first);
        return changed(alert, next.answered(CONTACTED).promise(null));
    }

    /** Whoever answers knows of it, and need not be told. */
    private static Next answered(Alert alert, ManagerId by, ManagerId acknowledgedBy) {
        boolean told = alert.life().told() || alert.status() == OPEN || by.equals(alert.manager());
        return Next.after(alert)
                .answered(ACKNOWLEDGED)
                .acknowledgedBy(acknowledgedBy)
                .told(told);
    }

    static Result reopened(Alert alert) {
        return alert.status() == OPEN
                ? new Refused("It is open already; acknowledge it to take it on.")
                : changed(alert, Next.after(alert).open().level(0));
    }

    static Result reassigned(Alert alert, Change.Reassigned change) {
        if (alert.status() == RESOLVED) {
            return new Refused("It is resolved; reopen it before somebody else can have it.");
        } else if (change.to().equals(alert.manager())) {
            return new Refused(change.to() + " has it already.");
        }
        Next next = Next.after(alert).manager(change.to()).level(0);
        boolean hasAnswered = change.to().equals(alert.life().acknowledgedBy());
        return changed(alert, hasAnswered ? next.answerBy(null).told(true) : next.open());
    }
}
