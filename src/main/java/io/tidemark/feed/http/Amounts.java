package io.tidemark.feed.http;

import io.tidemark.bank.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;

/** How a language says amounts of money. */
interface Amounts {

    /** About how much, without its currency if it stands beside another; rounded down, so as not to seem above a line. */
    String about(Money money);

    /** {@link #about} with its currency. */
    String aboutWithUnit(Money money);

    /** Exactly how much, in a currency that is understood. */
    String exact(Money money);

    /** Exactly how much, with its currency. */
    String exactWithUnit(Money money);

    static BigDecimal value(Money money) {
        return BigDecimal.valueOf(money.minorUnits(), money.currency().getDefaultFractionDigits());
    }

    /** {@code 160,000.00} */
    static String grouped(Money money) {
        Currency currency = money.currency();
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(value(money));
    }
}
