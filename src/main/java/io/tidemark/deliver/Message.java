package io.tidemark.deliver;

import io.tidemark.bank.BranchId;
import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Severity;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What goes to one person by one channel: one alert, or a digest of several.
 *
 * @param id the same for each attempt: usable as an idempotency key
 * @param reference short code of the (worst) alert, which opens it
 * @param severity of the worst
 * @param text in the recipient's language, without signature; no balance, no account, no full name
 * @param alerts how many it speaks of
 * @param expiresAt after which it is of no use
 */
public record Message(
        UUID id, Recipient to, String reference, Severity severity, String text, int alerts, Instant expiresAt) {

    /**
     * Who gets it.
     *
     * @param mobile in international form, {@code +8613…}
     */
    public record Recipient(
            ManagerId id,
            @Nullable BranchId branch,
            @Nullable String mobile,
            Locale locale) {}
}
