package io.tidemark.route;

import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertStatus;
import io.tidemark.alert.Change;
import io.tidemark.alert.Life;
import io.tidemark.alert.LifeCycle;
import io.tidemark.alert.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One look at an alert: each question in turn, and what its answer changes. */
final class Look {
    private final Roster roster;
    private final Timing timing;
    private final Instant now;
    private final List<Change> changes = new ArrayList<>();
    private List<Notice> notices = List.of();
    private boolean replaces;
    private Alert alert;

    Look(RoutingPolicy policy, Roster roster, Alert alert, Instant now) {
        this.roster = roster;
        this.timing = new Timing(policy, new Days(roster), alert.severity(), now);
        this.alert = alert;
        this.now = now;
    }

    Look whoIsResponsible(Responsibility responsibility) {
        if (!isOver() && !Objects.equals(responsibility.manager(), life().responsible())) {
            become(new Change.HandedOver(now, life().responsible(), responsibility.manager()));
        }
        return this;
    }

    Look whatWasPromised() {
        @Nullable Promise promise = life().promise();
        if (promise != null && !promise.until().isAfter(now)) {
            become(new Change.PromiseLapsed(now));
        }
        return this;
    }

    Look whoHasAnswered() {
        @Nullable Instant answerBy = life().answerBy();
        if (answerBy != null && !answerBy.isAfter(now)) {
            become(levels().from(life().level() + 1)
                    .<Change>map(next -> new Change.Escalated(now, next.number()))
                    .orElseGet(() -> new Change.Told(now, null)));
        }
        return this;
    }

    Look whoIsToBeTold() {
        if (!isOver() && !life().told()) {
            replaces = life().level() == 0;
            levels().nearest(life().level()).ifPresent(this::tell);
        }
        return this;
    }

    Plan plan(@Nullable Instant nextAssignment) {
        return new Plan(alert, changes, notices, replaces, isOver() ? null : lookAgainAt(nextAssignment));
    }

    private void tell(Level level) {
        if (level.number() > life().level()) {
            become(new Change.Escalated(now, level.number()));
        }
        Telling telling = new Telling(level, timing, life().level() > 0);
        notices = telling.notices();
        become(new Change.Told(now, isOpen() ? telling.answerBy(notices) : null));
    }

    private @Nullable Instant lookAgainAt(@Nullable Instant nextAssignment) {
        @Nullable Promise promise = life().promise();
        return Stream.of(
                        Optional.ofNullable(life().answerBy()),
                        Optional.ofNullable(promise).map(Promise::until),
                        Optional.ofNullable(nextAssignment).filter(at -> at.isAfter(now)))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private void become(Change change) {
        if (LifeCycle.after(alert, change) instanceof LifeCycle.Result.Changed changed) {
            alert = changed.alert();
            changes.add(change);
        }
    }

    private Levels levels() {
        return Levels.of(alert, roster, timing);
    }

    private Life life() {
        return alert.life();
    }

    private boolean isOver() {
        return alert.status() == AlertStatus.RESOLVED;
    }

    private boolean isOpen() {
        return alert.status() == AlertStatus.OPEN;
    }
}
