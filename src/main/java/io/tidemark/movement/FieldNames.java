package io.tidemark.movement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.function.Function;

/** The names that are known in one object, found by their bytes. */
final class FieldNames {
    static final int UNKNOWN = -1;

    static final FieldNames OF_MOVEMENT = new FieldNames(Field.MOVEMENT_ID, Field.TRANSFER_ID);
    static final FieldNames OF_COUNTERPARTY = new FieldNames(Field.COUNTERPARTY_BANK, Field.COUNTERPARTY_NAME);

    private final int first;
    private final byte[][] names;
    private final byte[][] members;

    private FieldNames(Field first, Field last) {
        this.first = first.slot();
        this.names = bytes(first, last, Field::key);
        this.members = bytes(first, last, field -> '"' + field.key() + "\":");
    }

    private static byte[][] bytes(Field first, Field last, Function<Field, String> written) {
        return EnumSet.range(first, last).stream()
                .map(field -> written.apply(field).getBytes(UTF_8))
                .toArray(byte[][]::new);
    }

    /**
     * Takes a name and its colon if they are those of a field after {@code before}, the way most ledgers write them: in
     * the order of the contract and without spaces. Gives the {@link Field#slot} or, having taken nothing,
     * {@link #UNKNOWN}.
     */
    int takeLikely(JsonCursor cursor, int before) {
        for (int next = before == UNKNOWN ? 0 : before - first + 1; next < members.length; next++) {
            if (cursor.takeIf(members[next])) {
                return first + next;
            }
        }
        return UNKNOWN;
    }

    /** The {@link Field#slot} of the name, or {@link #UNKNOWN}. */
    int find(byte[] bytes, int from, int to) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].length == to - from && Arrays.equals(names[i], 0, to - from, bytes, from, to)) {
                return first + i;
            }
        }
        return UNKNOWN;
    }
}
