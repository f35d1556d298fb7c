package io.tidemark.assets;

import io.tidemark.bank.TransferId;
import io.tidemark.movement.Movement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client's transfers between own accounts, as far as they are remembered. Immutable. */
public final class Transfers {
    public static final Transfers NONE = new Transfers(List.of(), 0);

    private final List<Transfer> remembered;
    private final int open;

    private Transfers(List<Transfer> remembered, int open) {
        this.remembered = remembered;
        this.open = open;
    }

    public static Transfers of(List<Transfer> remembered) {
        if (remembered.isEmpty()) {
            return NONE;
        }
        int open = (int)
                remembered.stream().filter(Transfer.Open.class::isInstance).count();
        return new Transfers(List.copyOf(remembered), open);
    }

    public List<Transfer> remembered() {
        return remembered;
    }

    public boolean anyOpen() {
        return open > 0;
    }

    /** The sum of what is in transit, minor units of the base currency. */
    public long inTransit() {
        long sum = 0;
        for (Transfer transfer : remembered) {
            if (transfer instanceof Transfer.Open leg) {
                sum = Math.addExact(sum, leg.amount());
            }
        }
        return sum;
    }

    /** The open legs that are due, oldest event time first, and in the order read where that is equal. */
    public List<Transfer.Open> due(Predicate<Transfer.Open> isDue) {
        if (open == 0) {
            return List.of();
        }
        List<Transfer.Open> due = new ArrayList<>();
        for (Transfer transfer : remembered) {
            if (transfer instanceof Transfer.Open leg && isDue.test(leg)) {
                due.add(leg);
            }
        }
        due.sort(Comparator.comparingLong(Transfer.Open::latestBookedAtNanos));
        return due;
    }

    /** The grace has passed for this leg: its amount leaves transit, and a late partner will move nothing. */
    public Transfers expired(Transfer.Open leg) {
        return replaced(leg, new Transfer.Settled(leg.id(), leg.latestBookedAtNanos()));
    }

    /**
     * A leg was read.
     *
     * @param amount of the leg in minor units of the base currency, positive
     */
    public Transfers seen(Movement leg, long offset, long readAtMillis, long amount) {
        TransferId id = Objects.requireNonNull(leg.transfer());
        Transfer known = find(id);
        if (known == null) {
            return added(new Transfer.Open(leg, offset, readAtMillis, leg.isOut() ? amount : -amount));
        }
        if (known instanceof Transfer.Open first && first.leg().direction() == leg.direction()) {
            return added(new Transfer.Open(leg, offset, readAtMillis, leg.isOut() ? amount : -amount));
        }
        long latest = Math.max(known.latestBookedAtNanos(), leg.bookedAtNanos());
        return replaced(known, new Transfer.Settled(id, latest));
    }

    /** Forgets what is settled and was last seen before the given event time. */
    public Transfers since(long earliestNanos) {
        for (Transfer transfer : remembered) {
            if (isForgotten(transfer, earliestNanos)) {
                return of(remembered.stream()
                        .filter(each -> !isForgotten(each, earliestNanos))
                        .toList());
            }
        }
        return this;
    }

    private static boolean isForgotten(Transfer transfer, long earliestNanos) {
        return transfer instanceof Transfer.Settled && transfer.latestBookedAtNanos() < earliestNanos;
    }

    private @Nullable Transfer find(TransferId id) {
        for (Transfer transfer : remembered) {
            if (transfer.id().equals(id)) {
                return transfer;
            }
        }
        return null;
    }

    private Transfers added(Transfer transfer) {
        List<Transfer> more = new ArrayList<>(remembered);
        more.add(transfer);
        return of(more);
    }

    private Transfers replaced(Transfer old, Transfer now) {
        return of(remembered.stream().map(each -> each == old ? now : each).toList());
    }
}
