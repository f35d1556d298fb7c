package io.tidemark.local;

/** Another process was quicker to bind the port. */
final class PortTaken extends CannotStart {
    private static final long serialVersionUID = 1L;

    PortTaken(String server, int port) {
        super(server + " can't listen on port " + port + ", because another process does: end that one and try again.");
    }
}
