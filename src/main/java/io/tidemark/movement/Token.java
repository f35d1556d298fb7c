package io.tidemark.movement;

/**
 * A value as it stands in a document: where it starts, where it ends and how it is written, in one long, so that
 * remembering it makes no object. A string's quotes belong to it.
 */
final class Token {
    /** No value ends where the document starts. */
    static final long ABSENT = 0;

    /** A string of ASCII without escapes: its bytes are its characters. */
    static final int ASCII = 0;

    /** A string without escapes. */
    static final int UTF_8 = 1;

    static final int ESCAPED = 2;

    static final int INTEGER = 0;

    /** A number with a fraction, an exponent or both. */
    static final int DECIMAL = 1;

    private static final int NOTATION_BITS = 2;
    private static final int START_SHIFT = 31 + NOTATION_BITS;

    private Token() {}

    static long of(int start, int end, int notation) {
        return ((long) start << START_SHIFT) | ((long) end << NOTATION_BITS) | notation;
    }

    static int start(long token) {
        return (int) (token >>> START_SHIFT);
    }

    static int end(long token) {
        return (int) (token >>> NOTATION_BITS) & Integer.MAX_VALUE;
    }

    static int notation(long token) {
        return (int) token & ((1 << NOTATION_BITS) - 1);
    }
}
