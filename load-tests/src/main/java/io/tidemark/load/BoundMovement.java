package io.tidemark.load;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The record as a team would write it down for Jackson to bind: the contract's fields, with the obvious types. */
record BoundMovement(
        String movementId,
        String accountId,
        String clientId,
        long sequence,
        OffsetDateTime bookedAt,
        Side direction,
        BigDecimal amount,
        String currency,
        BigDecimal balanceAfter,
        @Nullable String assetClass,
        @Nullable String channel,
        @Nullable Counterparty counterparty,
        @Nullable String transferId) {

    enum Side {
        IN,
        OUT
    }

    record Counterparty(@Nullable String bank, @Nullable String account, @Nullable String name) {}
}
