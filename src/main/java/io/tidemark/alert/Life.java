package io.tidemark.alert;

import io.tidemark.bank.ManagerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an alert has come.
 *
 * @param version 1 when it was raised, and one more with each change
 * @param responsible whom the client was assigned to when last looked; {@link Alert#manager()} may be another, whom
 *     somebody gave the alert to
 * @param level who must answer: 0 the manager, 1 the supervisors of the branch, 2 those of the next level up, and so on
 * @param step how often people were told of it; each telling has its own number
 * @param told whether those of the level were told, or somebody answered unasked, since it last became open or changed
 *     hands
 * @param answerBy when it goes a level up unless somebody answers; absent if nobody is waited for
 * @param acknowledgedBy absent until somebody did, and again after the client was taken from whoever did
 * @param promise of the one who acknowledged it; absent if there is none or it was kept; stands when the client gets
 *     another manager
 * @param outcome present exactly when it is {@link AlertStatus#RESOLVED}
 */
public record Life(
        int version,
        AlertStatus status,
        @Nullable ManagerId responsible,
        int level,
        int step,
        boolean told,
        @Nullable Instant answerBy,
        @Nullable ManagerId acknowledgedBy,
        @Nullable Promise promise,
        @Nullable Outcome outcome) {

    public Life {
        if ((status == AlertStatus.RESOLVED) != (outcome != null)) {
            throw new IllegalArgumentException("an alert has an outcome exactly when it is resolved");
        }
    }

    /** As it is raised. */
    public static Life begun(@Nullable ManagerId responsible) {
        return new Life(1, AlertStatus.OPEN, responsible, 0, 0, false, null, null, null, null);
    }
}
