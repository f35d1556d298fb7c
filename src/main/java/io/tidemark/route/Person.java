package io.tidemark.route;

import io.tidemark.bank.BranchId;
import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Severity;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who hears of alerts.
 *
 * @param mobile in international form, {@code +8613…}; absent if the bank has told none
 * @param quiet absent if the bank's defaults are wanted
 * @param channels which channels for which severity, in order; a severity that is absent has the bank's default
 */
public record Person(
        ManagerId id,
        String name,
        @Nullable BranchId branch,
        @Nullable String mobile,
        Locale locale,
        ZoneId zone,
        boolean supervisor,
        @Nullable QuietHours quiet,
        Map<Severity, List<ChannelChoice>> channels) {
    public Person {
        channels = Map.copyOf(channels);
    }
}
