package io.tidemark.deliver.cmpp;

import io.tidemark.deliver.Reason;

/** A connection has ended, or was not let in. */
final class Disconnected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Disconnected(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What a message handed over from now on is refused for. */
    Reason reason() {
        return reason;
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
