package io.tidemark.reference.postgres;

import io.tidemark.reference.Kind;

/** The numbers of this room's advisory locks. */
final class Locks {
    static final int SPACE = 0x7469_6465;
    static final int ABSENCES = 100;

    private Locks() {}

    /** Stays the same when a kind is added or moved. */
    static int of(Kind kind) {
        return switch (kind) {
            case CLIENTS -> 1;
            case MANAGERS -> 2;
            case BRANCHES -> 3;
            case ASSIGNMENTS -> 4;
            case BANKS -> 5;
            case RATES -> 6;
            case HOLIDAYS -> 7;
        };
    }
}
