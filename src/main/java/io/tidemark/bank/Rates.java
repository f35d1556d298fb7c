package io.tidemark.bank;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rates into the base currency: base units for one unit. The base currency itself needs none. */
public final class Rates {
    private final Currency base;
    private final Map<Currency, BigDecimal> baseUnitsForOne;

    /** @throws IllegalArgumentException if a rate is not positive */
    public Rates(Currency base, Map<Currency, BigDecimal> baseUnitsForOne) {
        baseUnitsForOne.forEach((currency, rate) -> {
            if (rate.signum() <= 0) {
                throw new IllegalArgumentException("the rate of " + currency + " is " + rate + "; it must be positive");
            }
        });
        this.base = base;
        this.baseUnitsForOne = minorForMinor(base, baseUnitsForOne);
    }

    public Currency base() {
        return base;
    }

    public boolean know(Currency currency) {
        return currency.equals(base) || baseUnitsForOne.containsKey(currency);
    }

    /**
     * The value in minor units of the base currency, rounded half-even.
     *
     * @throws NoRate if there is no rate for the currency
     * @throws ArithmeticException if a long can't hold it
     */
    public long toBase(long minorUnits, Currency currency) {
        if (currency.equals(base)) {
            return minorUnits;
        }
        @Nullable BigDecimal rate = baseUnitsForOne.get(currency);
        if (rate == null) {
            throw new NoRate(currency);
        }
        return rate.multiply(BigDecimal.valueOf(minorUnits))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /** Folds the currencies' different numbers of fraction digits into the rate, exactly. */
    private static Map<Currency, BigDecimal> minorForMinor(Currency base, Map<Currency, BigDecimal> rates) {
        Map<Currency, BigDecimal> folded = new HashMap<>();
        rates.forEach((currency, rate) -> folded.put(
                currency, rate.movePointRight(base.getDefaultFractionDigits() - currency.getDefaultFractionDigits())));
        return Map.copyOf(folded);
    }

    /** A currency that nobody gave a rate for. */
    public static final class NoRate extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoRate(Currency currency) {
            super("no rate for " + currency);
        }
    }
}
