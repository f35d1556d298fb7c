package io.tidemark.reference.postgres;

import io.tidemark.reference.Kind;

/** The numbers of this room's advisory locks. */
final class Locks {
    static final int SPACE = 0x7469_6465;
    static final int ABSENCES = 100;

    private Locks() {}

    static int of(Kind kind) {
        return kind.ordinal();
    }
}
