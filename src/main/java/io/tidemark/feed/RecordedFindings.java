package io.tidemark.feed;

import io.tidemark.bank.ClientId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** All findings, the suppressed ones included, of one client in the order in which they were found. */
public interface RecordedFindings {

    /**
     * The first findings after {@code sequence} (0 for the beginning), at most {@code limit}.
     *
     * @param client only that one's
     */
    Mono<List<RecordedFinding>> after(long sequence, @Nullable ClientId client, int limit);

    /** @param qualifier the line's name or the window, else empty */
    record RecordedFinding(
            long sequence,
            String movementId,
            String clientId,
            String rule,
            String qualifier,
            String severity,
            boolean suppressed) {}
}
