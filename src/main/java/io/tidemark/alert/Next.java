package io.tidemark.alert;

import io.tidemark.bank.ManagerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An alert's next version while it is made: begins as the one before, and is told what is different. */
final class Next {
    private final int version;
    private AlertStatus status;
    private @Nullable ManagerId manager;
    private @Nullable ManagerId responsible;
    private int level;
    private int step;
    private boolean told;
    private @Nullable Instant answerBy;
    private @Nullable ManagerId acknowledgedBy;
    private @Nullable Promise promise;
    private @Nullable Outcome outcome;

    private Next(@Nullable ManagerId manager, Life before) {
        this.manager = manager;
        version = before.version() + 1;
        status = before.status();
        responsible = before.responsible();
        level = before.level();
        step = before.step();
        told = before.told();
        answerBy = before.answerBy();
        acknowledgedBy = before.acknowledgedBy();
        promise = before.promise();
        outcome = before.outcome();
    }

    static Next after(Alert alert) {
        return new Next(alert.manager(), alert.life());
    }

    Next manager(@Nullable ManagerId next) {
        manager = next;
        return this;
    }

    Next responsible(@Nullable ManagerId next) {
        responsible = next;
        return this;
    }

    Next level(int next) {
        level = next;
        return this;
    }

    Next nextStep() {
        step++;
        return this;
    }

    Next told(boolean next) {
        told = next;
        return this;
    }

    Next answerBy(@Nullable Instant next) {
        answerBy = next;
        return this;
    }

    Next acknowledgedBy(@Nullable ManagerId next) {
        acknowledgedBy = next;
        return this;
    }

    Next promise(@Nullable Promise next) {
        promise = next;
        return this;
    }

    /** Somebody must answer, and be told so. */
    Next open() {
        status = AlertStatus.OPEN;
        outcome = null;
        promise = null;
        acknowledgedBy = null;
        told = false;
        answerBy = null;
        return this;
    }

    /** Somebody has answered, so that nobody is waited for. */
    Next answered(AlertStatus next) {
        status = next;
        answerBy = null;
        return this;
    }

    Next resolved(Outcome how) {
        outcome = how;
        promise = null;
        return answered(AlertStatus.RESOLVED);
    }

    Alert of(Alert alert) {
        return alert.with(
                manager,
                new Life(version, status, responsible, level, step, told, answerBy, acknowledgedBy, promise, outcome));
    }
}
