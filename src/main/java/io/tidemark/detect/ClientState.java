package io.tidemark.detect;

import io.tidemark.assets.Accounts;
import io.tidemark.assets.LineStates;
import io.tidemark.assets.Transfers;

/**
 * All that is known of one client between two movements. Immutable.
 *
 * @param assets A: the value of all accounts plus what is in transit, minor units of the base currency
 * @param earliestBookedAtNanos event time of the client's earliest movement; {@link Long#MAX_VALUE} before the first
 * @param latestBookedAtNanos event time of the client's latest movement; {@link Long#MIN_VALUE} before the first
 */
public record ClientState(
        Accounts accounts,
        Transfers transfers,
        long assets,
        LineStates lines,
        History history,
        long earliestBookedAtNanos,
        long latestBookedAtNanos) {

    /** A client of whom nothing was ever read. */
    public static final ClientState NEW = new ClientState(
            Accounts.NONE, Transfers.NONE, 0, LineStates.AT_REST, History.NONE, Long.MAX_VALUE, Long.MIN_VALUE);

    ClientState with(Transfers changedTransfers, long changedAssets, LineStates changedLines) {
        return new ClientState(
                accounts,
                changedTransfers,
                changedAssets,
                changedLines,
                history,
                earliestBookedAtNanos,
                latestBookedAtNanos);
    }
}
