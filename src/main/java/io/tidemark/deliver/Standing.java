package io.tidemark.deliver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a message stands that a provider has, by the word of its receipts. */
public record Standing(DeliveryState state, @Nullable Reason reason) {
    private static final Standing ACCEPTED = new Standing(DeliveryState.ACCEPTED, null);
    private static final Standing DELIVERED = new Standing(DeliveryState.DELIVERED, null);

    /**
     * One sending is enough; a sending has arrived when all its parts have, and has not as soon as one part has not.
     *
     * @param accepted the parts of each attempt that a provider took; at least one attempt
     */
    public static Standing of(List<List<PartState>> accepted) {
        if (accepted.stream().anyMatch(Standing::arrived)) {
            return DELIVERED;
        }
        if (!accepted.stream().allMatch(Standing::lost)) {
            return ACCEPTED;
        }
        return accepted.get(accepted.size() - 1).stream()
                .filter(PartState::lost)
                .map(part -> new Standing(
                        part.state() == Receipt.State.EXPIRED ? DeliveryState.EXPIRED : DeliveryState.FAILED,
                        part.failure() == null ? Reason.UNDELIVERABLE : part.failure()))
                .findFirst()
                .orElse(ACCEPTED);
    }

    private static boolean arrived(List<PartState> parts) {
        return !parts.isEmpty() && parts.stream().allMatch(part -> part.state() == Receipt.State.DELIVERED);
    }

    private static boolean lost(List<PartState> parts) {
        return parts.stream().anyMatch(PartState::lost);
    }

    /**
     * Of one part.
     *
     * @param state absent until a receipt came
     */
    public record PartState(
            Receipt.@Nullable State state, @Nullable Reason failure) {
        boolean lost() {
            return state == Receipt.State.FAILED || state == Receipt.State.EXPIRED;
        }

        /** The first final word holds, but that it was delivered outdoes any other. */
        public PartState after(Receipt receipt) {
            boolean open = state == null || state == Receipt.State.UNKNOWN;
            return open || receipt.state() == Receipt.State.DELIVERED
                    ? new PartState(receipt.state(), receipt.failure())
                    : this;
        }
    }
}
