package io.tidemark.movement;

/**
 * A record that is no movement.
 *
 * {@code detail} says which field and what was expected; never its content, which may be a client's data
 */
public final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final MalformedReason reason;

    public Malformed(MalformedReason reason, String detail) {
        // Parked records are data, not defects: without a stack trace a flood of them costs next to nothing.
        super(reason + ": " + detail, null, false, false);
        this.reason = reason;
    }

    public MalformedReason reason() {
        return reason;
    }
}
