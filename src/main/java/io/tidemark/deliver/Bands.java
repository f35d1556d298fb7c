package io.tidemark.deliver;

import io.tidemark.bank.Money;
import java.math.BigDecimal;
import java.util.List;

/** About how large an amount is, so that it tells nobody how much a client has. */
enum Bands {
    ENGLISH(
            "below 10k",
            List.of("10k-50k", "50k-100k", "100k-500k", "500k-1M", "1M-5M", "5M-10M", "10M-50M"),
            "over 50M") {
        @Override
        String with(String band, String currency) {
            return currency + " " + band;
        }
    },
    CHINESE("1万以下", List.of("1-5万", "5-10万", "10-50万", "50-100万", "100-500万", "500-1000万", "1000-5000万"), "5000万以上") {
        @Override
        String with(String band, String currency) {
            return band + (currency.equals("CNY") ? "元" : " " + currency);
        }
    };

    private static final List<Long> LIMITS =
            List.of(10_000L, 50_000L, 100_000L, 500_000L, 1_000_000L, 5_000_000L, 10_000_000L, 50_000_000L);

    private final String least;

    @SuppressWarnings("ImmutableEnumChecker") // nothing in it ever changes
    private final List<String> between;

    private final String most;

    Bands(String least, List<String> between, String most) {
        this.least = least;
        this.between = List.copyOf(between);
        this.most = most;
    }

    /** The band that the amount is in, with its currency: {@code 10-50万元}. */
    String of(Money money) {
        BigDecimal value = new BigDecimal(money.decimal()).abs();
        int reached = (int) LIMITS.stream()
                .filter(limit -> value.compareTo(BigDecimal.valueOf(limit)) >= 0)
                .count();
        return with(band(reached), money.currency().getCurrencyCode());
    }

    private String band(int reached) {
        if (reached == 0) {
            return least;
        }
        return reached == LIMITS.size() ? most : between.get(reached - 1);
    }

    abstract String with(String band, String currency);
}
