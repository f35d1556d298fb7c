package io.tidemark.movement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.EnumSet;

/** The names that are known in one object, found by their bytes. */
final class FieldNames {
    static final int UNKNOWN = -1;

    static final FieldNames OF_MOVEMENT = new FieldNames(Field.MOVEMENT_ID, Field.TRANSFER_ID);
    static final FieldNames OF_COUNTERPARTY = new FieldNames(Field.COUNTERPARTY_BANK, Field.COUNTERPARTY_NAME);

    private final int first;
    private final byte[][] names;

    private FieldNames(Field first, Field last) {
        this.first = first.slot();
        this.names = EnumSet.range(first, last).stream()
                .map(field -> field.key().getBytes(UTF_8))
                .toArray(byte[][]::new);
    }

    /**
     * The {@link Field#slot} of this name, or {@link #UNKNOWN}. A ledger writes its fields in the same order
     * every time, so the search goes on from the field found before and mostly ends at once.
     */
    int find(byte[] bytes, int from, int to, int before) {
        int next = before == UNKNOWN ? 0 : before - first + 1;
        for (int tried = 0; tried < names.length; tried++, next++) {
            if (next == names.length) {
                next = 0;
            }
            byte[] name = names[next];
            if (name.length == to - from && Arrays.equals(name, 0, name.length, bytes, from, to)) {
                return first + next;
            }
        }
        return UNKNOWN;
    }
}
