package io.tidemark.reference;

/** A line of a file. */
sealed interface Line {

    /** Counted from 1, the empty ones too. */
    long number();

    /** Without its end; may be blank. */
    record Text(long number, String text) implements Line {}

    /** One that can't be read at all. */
    record Unreadable(long number, String reason) implements Line {}
}
