package io.tidemark.deliver.cmpp;

import io.netty.handler.codec.CorruptedFrameException;

/** The peer said what no peer may say: the connection is worth nothing any more. */
final class ProtocolViolation extends CorruptedFrameException {
    private static final long serialVersionUID = 1L;

    ProtocolViolation(String message) {
        super(message);
    }

    /** A stack trace tells nothing about what came from outside. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
