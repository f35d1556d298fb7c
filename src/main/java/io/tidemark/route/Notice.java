package io.tidemark.route;

import io.tidemark.bank.ManagerId;
import java.time.Instant;

/**
 * One person to be told of an alert by one channel.
 *
 * @param dueAt not before
 */
public record Notice(ManagerId recipient, Role role, Channel channel, Instant dueAt) {
    /** Why this person. */
    public enum Role {
        MANAGER,
        DELEGATE,
        SUPERVISOR
    }
}
