package io.tidemark.deliver;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why and until when something is put off.
 *
 * @param until not before
 * @param reason of the last gateway that refused it; absent if none was asked
 * @param postponed whether it waits because the person is looking at the feed
 */
public record Respite(Instant until, @Nullable Reason reason, boolean postponed) {
    static Respite unasked(Instant until) {
        return new Respite(until, null, false);
    }

    static Respite refused(Instant until, Reason reason) {
        return new Respite(until, reason, false);
    }

    static Respite present(Instant until) {
        return new Respite(until, null, true);
    }
}
