package io.tidemark.local;

import java.nio.file.Path;

/**
 * The servers around the service. Where they come from (programs of this machine, containers) is the
 * implementation's affair; they listen on loopback only and are gone, with all their data, when the stack is closed
 * or this JVM ends in whatever way.
 */
public interface Stack extends AutoCloseable {

    /** For files that should go away with the stack. */
    Path directory();

    String kafkaBootstrapServers();

    /** The service's own database, empty at first, whose owner is not a superuser. */
    Database database();

    /**
     * Another database like {@link #database()}, for a test that wants to be alone.
     *
     * @param template whose content it starts with; nobody may be connected to that one meanwhile
     */
    Database createDatabase(String name, Database template);

    /** An empty database, for a test that wants to be alone. */
    Database createDatabase(String name);

    String redisUrl();

    Server kafka();

    Server postgres();

    Server redis();

    @Override
    void close();
}
