package io.tidemark.feed.http;

import io.tidemark.bank.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Ten thousands: {@code 626万元}. */
final class ChineseAmounts implements Amounts {
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final int DIGITS = 2;

    @Override
    public String about(Money money) {
        return aboutWithUnit(money);
    }

    @Override
    public String aboutWithUnit(Money money) {
        BigDecimal value = Amounts.value(money);
        return value.abs().compareTo(TEN_THOUSAND) < 0
                ? exactWithUnit(money)
                : plain(value.movePointLeft(4).setScale(DIGITS, RoundingMode.FLOOR)) + "万" + unit(money);
    }

    @Override
    public String exact(Money money) {
        return exactWithUnit(money);
    }

    @Override
    public String exactWithUnit(Money money) {
        BigDecimal value = Amounts.value(money);
        BigDecimal tenThousands = value.movePointLeft(4).stripTrailingZeros();
        return value.abs().compareTo(TEN_THOUSAND) >= 0 && tenThousands.scale() <= DIGITS
                ? plain(tenThousands) + "万" + unit(money)
                : Amounts.grouped(money) + unit(money);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String unit(Money money) {
        String code = money.currency().getCurrencyCode();
        return code.equals("CNY") ? "元" : " " + code;
    }
}
