package io.tidemark.local.simulation;

import io.tidemark.movement.Direction;
import java.math.BigDecimal;

/** One account of the ledger: its balance follows from its movements and nothing else. */
final class Account {
    final String id;
    final String assetClass;
    final String currency;
    private final long fenPerUnit;
    private long sequence;
    private long balance;

    /** @param fenPerUnit what one minor unit of the currency is worth, in hundredths of a fen */
    Account(String id, String assetClass, String currency, long fenPerUnit, long balance) {
        this.id = id;
        this.assetClass = assetClass;
        this.currency = currency;
        this.fenPerUnit = fenPerUnit;
        this.balance = balance;
    }

    void move(Direction direction, long amount) {
        sequence++;
        balance += direction == Direction.IN ? amount : -amount;
    }

    long sequence() {
        return sequence;
    }

    /** In minor units of the currency. */
    long balance() {
        return balance;
    }

    /** In fen. */
    long value() {
        return balance * fenPerUnit / 100;
    }

    boolean isYuan() {
        return currency.equals("CNY");
    }

    static String decimal(long minorUnits) {
        return BigDecimal.valueOf(minorUnits, 2).toPlainString();
    }
}
