package io.tidemark.deliver.smpp;

import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A few threads that may block, for a library that knows no other way. Whoever gives them a task never waits, not even
 * for a lock: the queue has none, and no thread has to be started.
 */
final class BlockingThreads implements AutoCloseable {
    private static final int MOST_WAITING = 1_000;

    private final Threads threads;
    private final Scheduler scheduler;

    BlockingThreads(String name, int number) {
        this.threads = new Threads(name, number);
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

    private static final class Threads extends ThreadPoolExecutor {
        private final AtomicInteger waiting = new AtomicInteger();

        Threads(String name, int number) {
            super(number, number, 0, TimeUnit.SECONDS, new LinkedTransferQueue<>(), named(name));
            prestartAllCoreThreads();
        }

        private static ThreadFactory named(String name) {
            AtomicInteger made = new AtomicInteger();
            return task -> {
                Thread thread = new Thread(task, name + "-" + made.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            };
        }

        @Override
        public void execute(Runnable task) {
            if (waiting.incrementAndGet() > MOST_WAITING) {
                waiting.decrementAndGet();
                throw new RejectedExecutionException("too many wait");
            }
            super.execute(task);
        }

        @Override
        protected void beforeExecute(Thread thread, Runnable task) {
            waiting.decrementAndGet();
            super.beforeExecute(thread, task);
        }
    }
}
