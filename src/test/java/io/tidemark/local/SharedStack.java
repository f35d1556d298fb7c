package io.tidemark.local;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * One stack for all tests of this JVM, started by the first that asks and gone with the JVM. A test that wants to be
 * alone takes a database, topics and a Redis database of its own.
 */
public final class SharedStack {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private SharedStack() {}

    /** Loaded, and so started, at the first call of {@link #get()}. */
    private static final class Holder {
        private static final Stack STACK = start();

        private static Stack start() {
            var stack = LocalStack.start();
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "shared-stack-close"));
            return stack;
        }
    }

    public static Stack get() {
        return Holder.STACK;
    }

    public static Database freshDatabase() {
        return get().createDatabase("test_" + COUNT.incrementAndGet());
    }

    /** A new topic; its {@link Topics#parked parked topic} comes with it. */
    public static String freshTopic(int partitions) {
        var name = Topics.MOVEMENTS + "-" + COUNT.incrementAndGet();
        return Topics.create(get().kafkaBootstrapServers(), name, partitions);
    }

    /** An empty numbered database of the one Redis; {@code FLUSHALL} empties those of the others as well. */
    public static String freshRedisUrl() {
        return get().redisUrl() + "/" + COUNT.incrementAndGet();
    }
}
