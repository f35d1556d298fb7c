package io.tidemark.deliver.cmpp;

/** The numbers of what we ask on one connection, none twice within four thousand millions. */
final class Sequence {
    private int last;

    int next() {
        return ++last;
    }
}
