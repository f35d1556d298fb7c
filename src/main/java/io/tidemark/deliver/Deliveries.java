package io.tidemark.deliver;

import io.tidemark.alert.AlertId;
import io.tidemark.bank.ManagerId;
import io.tidemark.route.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The ledger for people to read: which messages there were, what was tried, and what came of it. */
public interface Deliveries {

    /**
     * The newest that match, newest first, at most {@code limit}.
     *
     * @param before only those made before the one with this sequence
     */
    Mono<List<Sent>> newest(Asked asked, @Nullable Long before, int limit);

    /** AND between the parts; what is absent or empty asks for all. */
    record Asked(@Nullable AlertId alert, @Nullable ManagerId recipient, Set<DeliveryState> states) {
        public Asked {
            states = Set.copyOf(states);
        }
    }

    /**
     * A message. Its text is not told.
     *
     * @param sequence in the order in which they were made
     * @param phone as it was dialled; absent if it was none, or none yet
     * @param sentAt when it first may have left
     */
    record Sent(
            long sequence,
            UUID message,
            ManagerId recipient,
            Channel channel,
            DeliveryState state,
            @Nullable Reason reason,
            List<AlertId> alerts,
            @Nullable String phone,
            Instant createdAt,
            @Nullable Instant sentAt,
            List<Tried> attempts,
            List<Piece> parts) {
        public Sent {
            alerts = List.copyOf(alerts);
            attempts = List.copyOf(attempts);
            parts = List.copyOf(parts);
        }
    }

    /** One handing over. */
    record Tried(
            int number,
            String gateway,
            String state,
            @Nullable Reason reason,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /** One part, and what the provider said of it; {@code state} is absent until then. */
    record Piece(
            String gateway,
            String part,
            int attempt,
            int segment,
            Receipt.@Nullable State state,
            @Nullable Reason failure,
            @Nullable Instant receivedAt) {}
}
