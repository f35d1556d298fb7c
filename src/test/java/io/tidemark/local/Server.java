package io.tidemark.local;

/** A real server on the loopback interface, which a test may take away and bring back. */
public interface Server {

    /** For people: {@code Redis}. */
    String name();

    int port();

    /** The process at this moment; another one after every start. */
    long pid();

    boolean isRunning();

    /**
     * Starts it where it was, with the data it had (Redis keeps none), and returns when it answers. Does nothing if it
     * runs.
     */
    void start();

    /** Lets it end in its own orderly way and returns when its process is gone. Does nothing if it doesn't run. */
    void stop();

    /** Takes it away as a crash does and returns when its process is gone. */
    void kill();
}
