package io.tidemark.deliver.cmpp;

import io.tidemark.deliver.Receipt;
import io.tidemark.deliver.Receipts;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/** Keeps receipts in memory; does for the next ones what it is told to. */
final class MemoryReceipts implements Receipts {
    private final List<Receipt> kept = new CopyOnWriteArrayList<>();
    private final Queue<Mono<Void>> before = new ConcurrentLinkedQueue<>();

    /** The next receipt is kept when that completes, and not at all if it fails. */
    void next(Mono<Void> first) {
        before.add(first);
    }

    List<Receipt> kept() {
        return List.copyOf(kept);
    }

    @Override
    public Mono<Void> keep(Receipt receipt) {
        Mono<Void> first = before.poll();
        return (first == null ? Mono.<Void>empty() : first).then(Mono.fromRunnable(() -> kept.add(receipt)));
    }
}
