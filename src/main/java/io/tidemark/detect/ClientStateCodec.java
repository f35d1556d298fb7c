package io.tidemark.detect;

import io.tidemark.assets.Accounts;
import io.tidemark.assets.Episode;
import io.tidemark.assets.LineState;
import io.tidemark.assets.LineStates;
import io.tidemark.bank.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A client's state as bytes and back. The first number is the format's version, so that a newer program can read what an
 * older one has checkpointed. Not for use by several threads.
 */
public final class ClientStateCodec {
    private static final int VERSION = 1;

    private final PackedWriter out = new PackedWriter();

    public byte[] encode(ClientState state) {
        out.clear();
        out.number(VERSION);
        out.number(state.assets());
        out.number(state.earliestBookedAtNanos());
        out.number(state.latestBookedAtNanos());
        out.number(state.accounts().size());
        state.accounts().forEach(this::account);
        out.number(state.lines().size());
        state.lines().forEach(this::line);
        history(state.history());
        TransferCodec.encode(state.transfers(), out);
        return out.toBytes();
    }

    /**
     * Reads a state back.
     *
     * @param restoredAtMillis wall clock; from it on, the grace of legs in transit is counted anew, because their
     *     partners may have been waiting in the log all the while that nobody read it
     * @throws IllegalArgumentException if the bytes are no state of a version that this program knows
     */
    public ClientState decode(byte[] bytes, long restoredAtMillis) {
        PackedReader in = new PackedReader(bytes);
        long version = in.number();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "a client's state was checkpointed in version " + version + ", this program knows " + VERSION);
        }
        long assets = in.number();
        long earliest = in.number();
        long latest = in.number();
        Accounts accounts = accounts(in);
        LineStates lines = lines(in);
        History history = history(in);
        ClientState state = new ClientState(
                accounts, TransferCodec.decode(in, restoredAtMillis), assets, lines, history, earliest, latest);
        if (!in.isAtEnd()) {
            throw new IllegalArgumentException("a client's state has bytes left over");
        }
        return state;
    }

    private void account(AccountId account, long sequence, long value) {
        out.text(account.value());
        out.number(sequence);
        out.number(value);
    }

    private static Accounts accounts(PackedReader in) {
        Accounts accounts = Accounts.NONE;
        for (int left = in.count(); left > 0; left--) {
            accounts = accounts.opened(new AccountId(in.text()), in.number(), in.number());
        }
        return accounts;
    }

    private void line(String name, LineState state) {
        out.text(name);
        out.flag(state.nearArmed());
        @Nullable Episode episode = state.episode();
        out.flag(episode != null);
        if (episode != null) {
            out.number(episode.openedAtNanos());
            out.number(episode.openedByOffset());
            out.flag(episode.openedByExpiry());
            out.number(episode.lowest());
            out.number(episode.level());
            out.flag(episode.tierLost());
            out.number(episode.crossings());
        }
    }

    private static LineStates lines(PackedReader in) {
        LineStates lines = LineStates.AT_REST;
        for (int left = in.count(); left > 0; left--) {
            // Interned, because every client of the bank has the same few names.
            String name = in.text().intern();
            boolean nearArmed = in.flag();
            lines = lines.with(name, new LineState(in.flag() ? episode(in) : null, nearArmed));
        }
        return lines;
    }

    private static Episode episode(PackedReader in) {
        return new Episode(in.number(), in.number(), in.flag(), in.number(), in.number(), in.flag(), in.count());
    }

    private void history(History history) {
        numbers(history.outflows());
        int[] days = history.days();
        long[] totals = history.totals();
        out.number(days.length);
        for (int i = 0; i < days.length; i++) {
            out.number(days[i]);
            out.number(totals[i]);
        }
        String[] disarmed = history.disarmed();
        out.number(disarmed.length);
        for (String window : disarmed) {
            out.text(window);
        }
    }

    private static History history(PackedReader in) {
        long[] outflows = numbers(in);
        int[] days = new int[in.count()];
        long[] totals = new long[days.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = in.count();
            totals[i] = in.number();
        }
        String[] disarmed = new String[in.count()];
        for (int i = 0; i < disarmed.length; i++) {
            disarmed[i] = in.text().intern();
        }
        return History.of(outflows, days, totals, disarmed);
    }

    private void numbers(long[] values) {
        out.number(values.length);
        for (long value : values) {
            out.number(value);
        }
    }

    private static long[] numbers(PackedReader in) {
        long[] values = new long[in.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.number();
        }
        return values;
    }
}
