package io.tidemark.detect;

/**
 * One change of a client's assets, minor units of the base currency, and which movement made it.
 *
 * @param offset of that movement's record
 */
record Step(long before, long after, long bookedAtNanos, long offset, Cause cause) {}
