package io.tidemark.respond;

/**
 * What the caller is told of a change that was made.
 *
 * @param version the alert's
 */
public record Reply(int version, String body) {}
