package io.tidemark.alert;

import io.tidemark.bank.BranchId;
import io.tidemark.bank.ManagerId;
import org.jspecify.annotations.Nullable;

/** What the bank has told of a client: as much as is known. */
public record ClientCard(
        @Nullable String name,
        @Nullable BranchId branch,
        @Nullable ManagerId manager) {
    public static final ClientCard UNKNOWN = new ClientCard(null, null, null);
}
