package io.tidemark.assets;

import io.tidemark.bank.AccountId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The accounts of a client, each with its last sequence and its value in minor units of the base currency. Immutable.
 *
 * <p>Packed, because a bank has millions of them: the ids one after the other as length and UTF-8 bytes, the numbers in
 * pairs.
 */
public final class Accounts {
    public static final Accounts NONE = new Accounts(new byte[0], new long[0]);
    public static final int UNKNOWN = -1;

    private final byte[] ids;
    private final long[] sequencesAndValues;

    private Accounts(byte[] ids, long[] sequencesAndValues) {
        this.ids = ids;
        this.sequencesAndValues = sequencesAndValues;
    }

    public int size() {
        return sequencesAndValues.length / 2;
    }

    /** Where the account stands among the client's, or {@link #UNKNOWN}. */
    public int find(AccountId account) {
        String wanted = account.value();
        int start = 0;
        for (int index = 0; index < size(); index++) {
            int length = Byte.toUnsignedInt(ids[start]);
            if (isAt(start + 1, length, wanted)) {
                return index;
            }
            start += 1 + length;
        }
        return UNKNOWN;
    }

    public long sequence(int index) {
        return sequencesAndValues[2 * index];
    }

    public long value(int index) {
        return sequencesAndValues[2 * index + 1];
    }

    public Accounts with(int index, long sequence, long value) {
        long[] changed = sequencesAndValues.clone();
        changed[2 * index] = sequence;
        changed[2 * index + 1] = value;
        return new Accounts(ids, changed);
    }

    public Accounts opened(AccountId account, long sequence, long value) {
        byte[] id = account.value().getBytes(StandardCharsets.UTF_8);
        byte[] longerIds = Arrays.copyOf(ids, ids.length + 1 + id.length);
        longerIds[ids.length] = (byte) id.length;
        System.arraycopy(id, 0, longerIds, ids.length + 1, id.length);
        long[] longerNumbers = Arrays.copyOf(sequencesAndValues, sequencesAndValues.length + 2);
        longerNumbers[sequencesAndValues.length] = sequence;
        longerNumbers[sequencesAndValues.length + 1] = value;
        return new Accounts(longerIds, longerNumbers);
    }

    /** Calls for each account in the order in which they were opened. */
    public void forEach(Visitor visitor) {
        int start = 0;
        for (int index = 0; index < size(); index++) {
            int length = Byte.toUnsignedInt(ids[start]);
            String id = new String(ids, start + 1, length, StandardCharsets.UTF_8);
            visitor.account(new AccountId(id), sequence(index), value(index));
            start += 1 + length;
        }
    }

    private boolean isAt(int start, int length, String wanted) {
        if (length != wanted.length()) {
            // Only beyond ASCII has a string more bytes than characters.
            return length > wanted.length() && isAt(start, length, wanted.getBytes(StandardCharsets.UTF_8));
        }
        for (int i = 0; i < length; i++) {
            if (ids[start + i] != wanted.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isAt(int start, int length, byte[] wanted) {
        return Arrays.equals(ids, start, start + length, wanted, 0, wanted.length);
    }

    /** Sees one account. */
    @FunctionalInterface
    public interface Visitor {
        void account(AccountId account, long sequence, long value);
    }
}
