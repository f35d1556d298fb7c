package io.tidemark.movement;

import io.tidemark.bank.AccountId;
import io.tidemark.bank.BankCode;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.MovementId;
import io.tidemark.bank.TransferId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One booked movement on one account, as {@code CONTRACTS.md} describes the topic {@code balance-movements}.
 *
 * @param sequence strictly increasing per account, from 0
 * @param bookedAtNanos the event time in nanoseconds since 1970-01-01T00:00Z, see {@link BookingTime}
 * @param amount minor units of {@code currency}, positive
 * @param balanceAfter minor units of {@code currency}, may be negative
 * @param counterpartyBank absent when the ledger names none
 * @param transfer present on a leg of a transfer between the client's own accounts
 */
public record Movement(
        MovementId id,
        AccountId account,
        ClientId client,
        long sequence,
        long bookedAtNanos,
        Direction direction,
        long amount,
        Currency currency,
        long balanceAfter,
        @Nullable BankCode counterpartyBank,
        @Nullable TransferId transfer) {

    public Movement {
        if (amount <= 0) {
            throw new IllegalArgumentException("the amount must be positive, not " + amount);
        }
        if (sequence < 0) {
            throw new IllegalArgumentException("the sequence must not be negative, not " + sequence);
        }
    }

    /** The amount with its sign: in is positive, out is negative. */
    public long signedAmount() {
        return direction == Direction.IN ? amount : -amount;
    }

    public boolean isOut() {
        return direction == Direction.OUT;
    }
}
