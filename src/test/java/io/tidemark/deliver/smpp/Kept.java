package io.tidemark.deliver.smpp;

import io.tidemark.deliver.Receipt;
import io.tidemark.deliver.Receipts;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Receipts in memory, kept as the test has it. */
final class Kept implements Receipts {
    private final List<Receipt> all = new CopyOnWriteArrayList<>();
    private volatile Function<Receipt, Mono<Void>> before = receipt -> Mono.empty();

    void before(Function<Receipt, Mono<Void>> keeping) {
        before = keeping;
    }

    List<Receipt> all() {
        return all;
    }

    @Override
    public Mono<Void> keep(Receipt receipt) {
        return Mono.defer(() -> before.apply(receipt)).then(Mono.fromRunnable(() -> all.add(receipt)));
    }
}
