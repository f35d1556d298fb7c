package io.tidemark.detect;

/**
 * What one rule says of one movement.
 *
 * @param qualifier the line's name, or the window as the policy writes it ({@code PT24H}), else empty
 * @param suppressed kept on the client's timeline, but nobody is told
 */
public record Finding(Rule rule, String qualifier, Severity severity, boolean suppressed) {}
