package io.tidemark.deliver;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of handing a message to a gateway. */
public sealed interface Submission {

    /**
     * The provider has it.
     *
     * @param parts the provider's ids, one for each part (an SMS segment) in order; empty if there will be no receipts
     */
    record Accepted(List<String> parts) implements Submission {
        public Accepted {
            parts = List.copyOf(parts);
        }
    }

    /**
     * The provider surely does not have it, or not enough of it to be read.
     *
     * @param retryAfter how long to leave the provider alone, if it says so
     */
    record Refused(Reason reason, @Nullable Duration retryAfter) implements Submission {
        public static Refused because(Reason reason) {
            return new Refused(reason, null);
        }
    }

    /** It may have arrived and may not: the bytes left, and no answer came. */
    record InDoubt(Reason reason) implements Submission {}
}
