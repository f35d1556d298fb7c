package io.tidemark.detect;

import io.tidemark.assets.Accounts;
import io.tidemark.assets.Transfers;
import io.tidemark.movement.Movement;

/**
 * A movement that is neither stale nor repeated, about to be applied.
 *
 * @param account where it stands among the client's accounts, or {@link Accounts#UNKNOWN}
 * @param value of the account after it, minor units of the base currency
 * @param amount of the movement, minor units of the base currency
 */
record Arrival(Movement movement, long offset, long readAtMillis, int account, long value, long amount) {

    Accounts bookedIn(Accounts accounts) {
        return account == Accounts.UNKNOWN
                ? accounts.opened(movement.account(), movement.sequence(), value)
                : accounts.with(account, movement.sequence(), value);
    }

    Transfers seenBy(Transfers transfers) {
        return movement.transfer() == null ? transfers : transfers.seen(movement, offset, readAtMillis, amount);
    }

    boolean isAfterGap(Accounts accounts) {
        return account != Accounts.UNKNOWN && movement.sequence() - accounts.sequence(account) > 1;
    }
}
