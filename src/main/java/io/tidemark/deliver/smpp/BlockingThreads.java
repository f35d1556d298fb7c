package io.tidemark.deliver.smpp;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A few threads that may block, for a library that knows no other way; they go when there is nothing to do. */
final class BlockingThreads implements AutoCloseable {
    private static final int MOST_WAITING = 1_000;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final ThreadPoolExecutor threads;
    private final Scheduler scheduler;

    BlockingThreads(String name, int number) {
        AtomicInteger made = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                number,
                number,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                task -> {
                    Thread thread = new Thread(task, name + "-" + made.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        this.scheduler = Schedulers.fromExecutorService(threads, name);
    }

    /** Refuses what comes when all threads are busy and a thousand tasks wait. */
    Scheduler scheduler() {
        return scheduler;
    }

    /** Says whether it will be done. */
    boolean offer(Runnable task) {
        try {
            threads.execute(task);
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    /** Lets what was offered be done; takes no more. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
