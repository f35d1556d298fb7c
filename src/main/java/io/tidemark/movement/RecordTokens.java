package io.tidemark.movement;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Where a record's known fields stand, once the whole of it has proved to be one JSON object.
 *
 * <p>If a name is repeated, its last value counts, as in most readers of JSON; a repeated {@code counterparty} replaces
 * the one before it whole.
 */
final class RecordTokens {
    private final byte[] json;
    private final long[] tokens = new long[Field.COUNT];

    private RecordTokens(byte[] json) {
        this.json = json;
    }

    static RecordTokens in(byte[] json) throws Malformed {
        RecordTokens fields = new RecordTokens(json);
        JsonCursor cursor = new JsonCursor(json);
        fields.readObject(cursor, FieldNames.OF_MOVEMENT, 1);
        cursor.takeEnd();
        return fields;
    }

    private void readObject(JsonCursor cursor, FieldNames names, int depth) throws Malformed {
        cursor.take('{');
        if (cursor.takeIf('}')) {
            return;
        }
        int known = FieldNames.UNKNOWN;
        do {
            int slot = takeName(cursor, names, known);
            if (slot == FieldNames.UNKNOWN) {
                cursor.value(depth);
            } else {
                readValue(cursor, slot, depth);
                known = slot;
            }
        } while (cursor.takeIf(','));
        cursor.take('}');
    }

    private void readValue(JsonCursor cursor, int slot, int depth) throws Malformed {
        if (slot == Field.COUNTERPARTY.slot()) {
            readCounterparty(cursor, depth);
        } else {
            tokens[slot] = cursor.value(depth);
        }
    }

    private void readCounterparty(JsonCursor cursor, int depth) throws Malformed {
        for (int slot = Field.COUNTERPARTY_BANK.slot(); slot < Field.COUNT; slot++) {
            tokens[slot] = Token.ABSENT;
        }
        if (cursor.peek() == '{') {
            int start = cursor.position();
            readObject(cursor, FieldNames.OF_COUNTERPARTY, depth + 1);
            tokens[Field.COUNTERPARTY.slot()] = Token.of(start, cursor.position(), Token.ASCII);
        } else {
            tokens[Field.COUNTERPARTY.slot()] = cursor.value(depth);
        }
    }

    private int takeName(JsonCursor cursor, FieldNames names, int before) throws Malformed {
        int likely = names.takeLikely(cursor, before);
        if (likely != FieldNames.UNKNOWN) {
            return likely;
        }
        long name = cursor.string();
        cursor.take(':');
        return slot(names, name);
    }

    private int slot(FieldNames names, long name) {
        int from = Token.start(name) + 1;
        int to = Token.end(name) - 1;
        if (Token.notation(name) == Token.ESCAPED) {
            byte[] resolved = JsonEscapes.resolved(json, from, to).getBytes(UTF_8);
            return names.find(resolved, 0, resolved.length);
        }
        return names.find(json, from, to);
    }

    /** Where the field's value stands, or {@link Token#ABSENT}. */
    long of(Field field) {
        return tokens[field.slot()];
    }
}
