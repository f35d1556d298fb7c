package io.tidemark.local;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be closed at the end of the JVM, one after the other, the last opened first. */
final class Closing {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private Closing() {}

    static Closing atEndOfJvm() {
        var closing = new Closing();
        Runtime.getRuntime().addShutdownHook(new Thread(closing::close, "local-close"));
        return closing;
    }

    /** @return the same, which will be the first to be closed */
    synchronized <T extends AutoCloseable> T first(T opened) {
        open.push(opened);
        return opened;
    }

    private synchronized void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception failure) {
                System.err.println("Not everything was closed in order: " + failure);
            }
        }
    }
}
