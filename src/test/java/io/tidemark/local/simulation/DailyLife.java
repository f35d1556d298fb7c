package io.tidemark.local.simulation;

import io.tidemark.local.simulation.Bank.Kind;
import io.tidemark.local.simulation.SimulatedBank.Later;
import io.tidemark.movement.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What clients do all day: nothing of it is for a banker to hear of, except that now and then a transfer gets lost. */
final class DailyLife {
    private static final Range SPENDING = new Range(20, 8_000);
    private static final Range INCOME = new Range(5_000, 40_000);
    private static final Range TRANSFER = new Range(10_000, 400_000);

    private final RandomGenerator chance;
    private final Ledger ledger;
    private final Consumer<Later> later;

    DailyLife(RandomGenerator chance, Ledger ledger, Consumer<Later> later) {
        this.chance = chance;
        this.ledger = ledger;
        this.later = later;
    }

    Booking booking(Customer customer, Instant now) {
        var day = chance.nextInt(100);
        if (day < 20) {
            return transfer(customer, now);
        }
        if (day < 35) {
            return ledger.book(
                    customer,
                    customer.accounts.get(0),
                    Direction.IN,
                    INCOME.any(chance),
                    "BATCH",
                    Bank.any(Kind.COMPETITOR, chance),
                    now);
        }
        return ledger.book(
                customer,
                customer.richest(),
                Direction.OUT,
                SPENDING.any(chance),
                "MOBILE",
                Bank.any(Kind.PAYMENT, chance),
                now);
    }

    /** The second leg comes within seconds, whichever the first one was; one in fifty never comes. */
    private Booking transfer(Customer customer, Instant now) {
        var from = customer.richest();
        var to = from == customer.accounts.get(1) ? customer.accounts.get(0) : customer.accounts.get(1);
        var amount = Math.min(TRANSFER.any(chance), from.balance() / 3);
        var transferId = ledger.nextTransferId();
        var outFirst = chance.nextInt(4) > 0;
        if (outFirst && chance.nextInt(50) == 0) {
            var lost = ledger.bookLeg(customer, from, Direction.OUT, amount, transferId, now);
            customer.lose(amount);
            return lost;
        }
        var due = now.plus(Duration.ofMillis(chance.nextLong(100, 20_000)));
        var first = outFirst ? from : to;
        var second = outFirst ? to : from;
        var direction = outFirst ? Direction.OUT : Direction.IN;
        var back = outFirst ? Direction.IN : Direction.OUT;
        later.accept(new Later(due, at -> ledger.bookLeg(customer, second, back, amount, transferId, at)));
        return ledger.bookLeg(customer, first, direction, amount, transferId, now);
    }
}
