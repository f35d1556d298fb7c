package io.tidemark.alert;

import io.tidemark.bank.ManagerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can happen to an alert after it was raised: what people do about it, and what time and movements do to it. */
public sealed interface Change {
    Instant at();

    /** Somebody takes it on. */
    record Acknowledged(
            Instant at,
            ManagerId by,
            @Nullable Instant promise,
            @Nullable String note) implements Change {}

    /** Somebody has contacted the client. */
    record Contacted(
            Instant at,
            ManagerId by,
            ContactWay how,
            @Nullable String note) implements Change {}

    /** Somebody ends it. */
    record Resolved(
            Instant at,
            ManagerId by,
            Outcome outcome,
            @Nullable String note) implements Change {}

    /** Somebody takes up again what was ended or taken on. */
    record Reopened(Instant at, ManagerId by, @Nullable String note) implements Change {}

    /** Somebody gives it to somebody else. */
    record Reassigned(
            Instant at,
            ManagerId by,
            ManagerId to,
            @Nullable String note) implements Change {}

    /** The client was assigned to somebody else, or to nobody. */
    record HandedOver(
            Instant at, @Nullable ManagerId from, @Nullable ManagerId to) implements Change {}

    /**
     * Those of its level were told of it, or there is nobody left whom to tell after all who were asked.
     *
     * @param answerBy when it goes a level up; absent if nobody is waited for
     */
    record Told(Instant at, @Nullable Instant answerBy) implements Change {}

    /** Those of a higher level are to answer: nobody below has in time, or there is nobody below. */
    record Escalated(Instant at, int level) implements Change {}

    /** What was promised was not done in time. */
    record PromiseLapsed(Instant at) implements Change {}

    /** A later alert of the same episode says that it has got worse. */
    record Worsened(Instant at, AlertId by) implements Change {}

    /** A later alert of the same episode says that the client is back above the line. */
    record Recovered(Instant at, AlertId by) implements Change {}
}
