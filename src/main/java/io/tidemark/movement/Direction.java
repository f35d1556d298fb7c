package io.tidemark.movement;

/** Seen from the account. */
public enum Direction {
    IN,
    OUT
}
