package io.tidemark.feed.http;

import io.tidemark.bank.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Millions: {@code 6.26M CNY}. */
final class EnglishAmounts implements Amounts {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    @Override
    public String about(Money money) {
        BigDecimal value = Amounts.value(money);
        return value.abs().compareTo(MILLION) < 0
                ? Amounts.grouped(money)
                : value.movePointLeft(6).setScale(2, RoundingMode.FLOOR).toPlainString() + "M";
    }

    @Override
    public String aboutWithUnit(Money money) {
        return about(money) + " " + money.currency();
    }

    @Override
    public String exact(Money money) {
        return Amounts.grouped(money);
    }

    @Override
    public String exactWithUnit(Money money) {
        return exact(money) + " " + money.currency();
    }
}
