package io.tidemark.deliver.cmpp;

/** One thing said, with the number that its answer repeats. */
record Frame<C>(int sequence, C command) {}
