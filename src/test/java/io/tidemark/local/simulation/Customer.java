package io.tidemark.local.simulation;

import io.tidemark.movement.Direction;
import java.util.Comparator;
import java.util.List;

/** An invented private client. */
final class Customer {
    private static final long LINE = 600_000_000L;
    private static final long RECOVERED = 605_000_000L;

    final String id;
    final String name;
    final int manager;
    final List<Account> accounts;
    private long inTransit;
    private boolean fallen;

    Customer(String id, String name, int manager, List<Account> accounts) {
        this.id = id;
        this.name = name;
        this.manager = manager;
        this.accounts = List.copyOf(accounts);
    }

    /** In fen, money between two of the accounts included. */
    long assets() {
        return accounts.stream().mapToLong(Account::value).sum() + inTransit;
    }

    /** Has sunk below the line of private banking and not yet come back. */
    boolean hasFallen() {
        return fallen;
    }

    Account richest() {
        return accounts.stream()
                .filter(Account::isYuan)
                .max(Comparator.comparingLong(Account::balance))
                .orElseThrow();
    }

    void move(Account account, Direction direction, long amount, boolean ownTransfer) {
        var before = assets();
        account.move(direction, amount);
        if (ownTransfer) {
            inTransit += direction == Direction.OUT ? amount : -amount;
        }
        var after = assets();
        fallen = after < RECOVERED && (fallen || (before >= LINE && after < LINE));
    }

    /** Half of a transfer has been lost on its way. */
    void lose(long amount) {
        inTransit -= amount;
    }
}
