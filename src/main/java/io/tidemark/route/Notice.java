package io.tidemark.route;

import io.tidemark.bank.ManagerId;
import java.time.Instant;

/**
 * One person to be told of an alert by one channel.
 *
 * @param dueAt not before
 * @param held whether {@code dueAt} is later than wanted, as the person is left in peace until then
 */
public record Notice(ManagerId recipient, Role role, Channel channel, Instant dueAt, boolean held) {
    /** Why this person. */
    public enum Role {
        /** Has the alert. */
        MANAGER,
        /** Stands in for somebody who is absent. */
        DELEGATE,
        /** Is to see that somebody answers. */
        SUPERVISOR
    }
}
