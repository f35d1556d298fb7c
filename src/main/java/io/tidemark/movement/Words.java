package io.tidemark.movement;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes at a time. Most bytes of a record stand in strings and in names, and asking each of them what it
 * is would cost more than all the rest of the decoding.
 */
final class Words {
    private static final int BYTES = Long.BYTES;
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private Words() {}

    /** The first byte from {@code from} on that does not stand for itself in a JSON string, or the end. */
    static int endOfPlain(byte[] json, int from) {
        int p = from;
        while (p <= json.length - BYTES) {
            long special = special((long) WORD.get(json, p));
            if (special != 0) {
                return p + Long.numberOfTrailingZeros(special) / Byte.SIZE;
            }
            p += BYTES;
        }
        while (p < json.length && isPlain(json[p])) {
            p++;
        }
        return p;
    }

    /**
     * The high bit of each byte that is no plain one. A borrow can mark a plain byte too, but only one after, that is
     * above, a byte that is marked rightly.
     */
    private static long special(long word) {
        return (zeros(word ^ (EACH * '"')) | zeros(word ^ (EACH * '\\')) | (word - (EACH * ' ')) | word) & HIGH_BITS;
    }

    private static long zeros(long word) {
        return (word - EACH) & ~word;
    }

    /** Whether the byte stands for itself in a string; those of characters beyond ASCII are negative. */
    private static boolean isPlain(byte b) {
        return b >= ' ' && b != '"' && b != '\\';
    }

    /** Whether {@code expected} stands at {@code at}. */
    static boolean stands(byte[] expected, byte[] json, int at) {
        int length = expected.length;
        if (json.length - at < length) {
            return false;
        }
        if (length < BYTES) {
            return standsBytewise(expected, json, at);
        }
        for (int p = 0; p < length - BYTES; p += BYTES) {
            if ((long) WORD.get(expected, p) != (long) WORD.get(json, at + p)) {
                return false;
            }
        }
        int last = length - BYTES;
        return (long) WORD.get(expected, last) == (long) WORD.get(json, at + last);
    }

    private static boolean standsBytewise(byte[] expected, byte[] json, int at) {
        for (int p = 0; p < expected.length; p++) {
            if (expected[p] != json[at + p]) {
                return false;
            }
        }
        return true;
    }
}
