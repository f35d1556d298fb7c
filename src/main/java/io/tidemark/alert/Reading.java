package io.tidemark.alert;

import io.tidemark.alert.TimelineEntry.Detail;
import io.tidemark.alert.TimelineEntry.Kind;
import io.tidemark.bank.ManagerId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A timeline entry while it is made. */
final class Reading {
    private final Kind kind;
    private final @Nullable ManagerId person;
    private final Map<String, String> details = new HashMap<>();

    private Reading(Kind kind, @Nullable ManagerId person) {
        this.kind = kind;
        this.person = person;
    }

    static TimelineEntry of(Change change, Alert before) {
        return byPeople(change, before).at(change.at());
    }

    private static Reading byPeople(Change change, Alert before) {
        if (change instanceof Change.Acknowledged it) {
            return new Reading(Kind.ACKNOWLEDGED, it.by())
                    .with(Detail.PROMISE, it.promise())
                    .with(Detail.NOTE, it.note());
        } else if (change instanceof Change.Contacted it) {
            return new Reading(Kind.CONTACTED, it.by())
                    .with(Detail.HOW, it.how())
                    .with(Detail.NOTE, it.note());
        } else if (change instanceof Change.Resolved it) {
            return new Reading(Kind.RESOLVED, it.by())
                    .with(Detail.OUTCOME, it.outcome())
                    .with(Detail.NOTE, it.note());
        } else if (change instanceof Change.Reopened it) {
            return new Reading(Kind.REOPENED, it.by()).with(Detail.NOTE, it.note());
        } else if (change instanceof Change.Reassigned it) {
            return new Reading(Kind.REASSIGNED, it.by())
                    .with(Detail.FROM, before.manager())
                    .with(Detail.TO, it.to())
                    .with(Detail.NOTE, it.note());
        }
        return byItself(change, before);
    }

    private static Reading byItself(Change change, Alert before) {
        Life life = before.life();
        if (change instanceof Change.HandedOver it) {
            return new Reading(Kind.HANDED_OVER, it.to())
                    .with(Detail.FROM, it.from())
                    .with(Detail.TO, it.to());
        } else if (change instanceof Change.Told it) {
            return new Reading(Kind.ROUTED, null)
                    .with(Detail.STEP, life.step() + 1)
                    .with(Detail.LEVEL, life.level())
                    .with(Detail.ANSWER_BY, it.answerBy())
                    .with(Detail.NOBODY, life.told() ? true : null);
        } else if (change instanceof Change.Escalated it) {
            return new Reading(Kind.ESCALATED, null)
                    .with(Detail.LEVEL, it.level())
                    .with(Detail.FROM_LEVEL, life.level());
        }
        return byLaterAlerts(change, life.promise());
    }

    private static Reading byLaterAlerts(Change change, @Nullable Promise promise) {
        if (change instanceof Change.Worsened it) {
            return new Reading(Kind.WORSENED, null).with(Detail.ALERT, it.by());
        } else if (change instanceof Change.Recovered it) {
            return new Reading(Kind.RECOVERED, null).with(Detail.ALERT, it.by());
        }
        return new Reading(Kind.PROMISE_LAPSED, promise == null ? null : promise.by())
                .with(Detail.PROMISE, promise == null ? null : promise.until());
    }

    private Reading with(String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value instanceof Enum<?> constant ? constant.name() : value.toString());
        }
        return this;
    }

    private TimelineEntry at(Instant at) {
        return new TimelineEntry(at, kind, person, details);
    }
}
