package io.tidemark.detect;

import java.math.BigDecimal;

/**
 * What is abnormal for a client, compared with their own largest day.
 *
 * @param factor times the largest day
 * @param minimum and at least this, minor units of the base currency
 * @param lookBackDays local dates of history that count
 * @param minimumHistoryDays local dates since the client's first movement before the rule speaks
 */
public record AbnormalPolicy(BigDecimal factor, long minimum, int lookBackDays, int minimumHistoryDays) {
    public AbnormalPolicy {
        if (factor.signum() < 0 || lookBackDays < 0 || minimumHistoryDays < 0) {
            throw new IllegalArgumentException("the abnormal rule's factor and days must not be negative");
        }
    }

    boolean exceeds(long total, long largest) {
        return BigDecimal.valueOf(total).compareTo(factor.multiply(BigDecimal.valueOf(largest))) >= 0;
    }
}
