package io.tidemark.bank;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which banks are not competitors: the bank's own codes, and clearing and tax accounts. Every other code is one. */
public record Banks(Set<BankCode> own, Set<BankCode> notCompetitors) {
    public Banks {
        own = Set.copyOf(own);
        notCompetitors = Set.copyOf(notCompetitors);
    }

    /** No bank is no competitor. */
    public boolean isCompetitor(@Nullable BankCode bank) {
        return bank != null && !own.contains(bank) && !notCompetitors.contains(bank);
    }
}
