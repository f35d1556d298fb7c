package io.tidemark.deliver;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one part of a message, by the provider's word.
 *
 * @param gateway its name
 * @param part the provider's id of the part, as it stands in {@link Submission.Accepted#parts()}
 * @param failure absent unless it failed
 * @param phone the recipient's, as the message had it, if the receipt says: helps to find the message when the answer to
 *     its submission was never read
 * @param submittedAt when the provider took it, by its own clock, if the receipt says
 * @param receivedAt by ours
 */
public record Receipt(
        String gateway,
        String part,
        State state,
        @Nullable Reason failure,
        @Nullable String phone,
        @Nullable Instant submittedAt,
        Instant receivedAt) {
    /** How it ended for the part. */
    public enum State {
        DELIVERED,
        FAILED,
        EXPIRED,
        /** The provider doesn't know, or says something that is not final; the last word is still out. */
        UNKNOWN
    }
}
