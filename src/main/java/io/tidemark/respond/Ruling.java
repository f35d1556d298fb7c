package io.tidemark.respond;

/** What is decided about a wish. */
public sealed interface Ruling {

    /** It is done, and {@code reply} is what the caller is told. */
    record Granted(Step step, Reply reply) implements Ruling {}

    /** @param why a sentence that a person can act on */
    record Refused(String why) implements Ruling {}
}
