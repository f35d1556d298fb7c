package io.tidemark.local.sms;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.session.SMPPServerSession;

/** Brings receipts to any connection that is bound; what is not taken, or finds none, waits and is brought again. */
final class SmppCourier implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int MOST_WAITING = 100_000;
    private static final long AGAIN_MILLIS = 100;

    private final List<SMPPServerSession> bound = new CopyOnWriteArrayList<>();
    private final Queue<List<SmppReceipt>> waiting = new ArrayDeque<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ScheduledThreadPoolExecutor threads;
    private final Future<?> again;

    SmppCourier() {
        AtomicInteger made = new AtomicInteger();
        threads = new ScheduledThreadPoolExecutor(THREADS, task -> {
            Thread thread = new Thread(task, "smpp-courier-" + made.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        again = threads.scheduleWithFixedDelay(this::bringAgain, AGAIN_MILLIS, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    void mayBringTo(SMPPServerSession session) {
        bound.add(session);
    }

    void noLonger(SMPPServerSession session) {
        bound.remove(session);
    }

    List<SMPPServerSession> bound() {
        return List.copyOf(bound);
    }

    /** Soon, one after the other. */
    void bring(List<SmppReceipt> receipts) {
        threads.execute(() -> {
            for (int at = 0; at < receipts.size(); at++) {
                if (!taken(receipts.get(at))) {
                    keepForLater(receipts.subList(at, receipts.size()));
                    return;
                }
            }
        });
    }

    private synchronized void keepForLater(List<SmppReceipt> receipts) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(receipts);
        }
    }

    private void bringAgain() {
        if (!bound.isEmpty()) {
            drained().forEach(this::bring);
        }
    }

    private synchronized List<List<SmppReceipt>> drained() {
        List<List<SmppReceipt>> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    private boolean taken(SmppReceipt receipt) {
        List<SMPPServerSession> to = bound();
        if (to.isEmpty()) {
            return false;
        }
        try {
            receipt.bring(to.get(Math.floorMod(turn.getAndIncrement(), to.size())));
            return true;
        } catch (Exception refusedOrGone) {
            // Any way of not being taken: it is brought again.
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        again.cancel(true);
        threads.shutdownNow();
        threads.awaitTermination(10, TimeUnit.SECONDS);
    }
}
