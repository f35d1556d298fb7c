package io.tidemark.bank;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount in minor units of its currency. Overflow is an {@link ArithmeticException}, never a wrong number.
 *
 * @param minorUnits for CNY the fen, for JPY the yen
 */
public record Money(long minorUnits, Currency currency) {

    /**
     * Reads a decimal as the currency writes it; {@code 1.00} JPY has two digits too many.
     *
     * @throws ArithmeticException if there are more fraction digits than the currency has, or a long can't hold it
     */
    public static Money of(BigDecimal amount, Currency currency) {
        if (amount.scale() > currency.getDefaultFractionDigits()) {
            throw new ArithmeticException(amount.toPlainString() + " has more fraction digits than " + currency);
        }
        return new Money(
                amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
    }

    /** The amount with as many fraction digits as the currency has: {@code 6260000.00}. */
    public String decimal() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits())
                .toPlainString();
    }

    @Override
    public String toString() {
        return decimal() + " " + currency;
    }
}
