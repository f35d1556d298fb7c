package io.tidemark.alert;

import io.tidemark.bank.BankCode;
import io.tidemark.bank.ClientId;
import org.jspecify.annotations.Nullable;

/** Who is who: what the bank has told of its clients and of other banks. Answers at once, from memory. */
public interface Directory {

    /** {@link ClientCard#UNKNOWN} for a client of whom nothing was told. */
    ClientCard client(ClientId client);

    /** The bank's name, or null if nobody has named it. */
    @Nullable
    String bankName(BankCode bank);
}
