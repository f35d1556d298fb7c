package io.tidemark.local.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tidemark.movement.Direction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A movement as the topic {@code balance-movements} has it, field by field. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Booking(
        String movementId,
        String accountId,
        String clientId,
        long sequence,
        String bookedAt,
        Direction direction,
        String amount,
        String currency,
        String balanceAfter,
        String assetClass,
        String channel,
        @Nullable Counterparty counterparty,
        @Nullable String transferId) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The other side, as the ledger knows it. */
    public record Counterparty(String bank, String name) {}

    public byte[] json() {
        return JSON.writeValueAsBytes(this);
    }
}
