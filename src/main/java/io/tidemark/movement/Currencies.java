package io.tidemark.movement;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** The currencies of ISO 4217 that have minor units, found by the three bytes of their code. */
final class Currencies {
    private static final int LETTERS = 26;
    private static final @Nullable Currency[] BY_CODE = new Currency[LETTERS * LETTERS * LETTERS];

    static {
        for (Currency currency : Currency.getAvailableCurrencies()) {
            String code = currency.getCurrencyCode();
            // Gold, for one, is a currency of ISO 4217, but nobody has agreed on a cent of it.
            if (currency.getDefaultFractionDigits() >= 0) {
                BY_CODE[index(code.charAt(0) - 'A', code.charAt(1) - 'A', code.charAt(2) - 'A')] = currency;
            }
        }
    }

    private Currencies() {}

    static @Nullable Currency find(Span code) {
        if (code.length() != 3) {
            return null;
        }
        int first = code.bytes()[code.from()] - 'A';
        int second = code.bytes()[code.from() + 1] - 'A';
        int third = code.bytes()[code.from() + 2] - 'A';
        boolean letters = isLetter(first) && isLetter(second) && isLetter(third);
        return letters ? BY_CODE[index(first, second, third)] : null;
    }

    private static boolean isLetter(int fromA) {
        return fromA >= 0 && fromA < LETTERS;
    }

    private static int index(int first, int second, int third) {
        return (first * LETTERS + second) * LETTERS + third;
    }
}
