package io.tidemark.reference;

/** Reads a line's JSON object. */
@FunctionalInterface
public interface LineReader {

    /** @throws Rejection if the line is no JSON object, or has a field twice */
    Fields read(String line);
}
