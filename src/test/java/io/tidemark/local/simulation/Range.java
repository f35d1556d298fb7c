package io.tidemark.local.simulation;

import java.util.random.RandomGenerator;

/** Whole yuan, from the first to before the last. */
record Range(long from, long to) {
    private static final long FEN = 100;

    boolean contains(long fen) {
        return fen >= from * FEN && fen < to * FEN;
    }

    /** In fen. */
    long any(RandomGenerator chance) {
        return chance.nextLong(from * FEN, to * FEN);
    }
}
