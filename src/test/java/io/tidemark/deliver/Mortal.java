package io.tidemark.deliver;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** The life of one instance: it dies between two of its steps, and from then on neither does nor hears anything. */
final class Mortal {
    private final AtomicInteger stepsLeft;

    /** Which deliveries each message that was begun spoke of. */
    private final Map<UUID, Set<Long>> contents;

    Mortal(int steps, Map<UUID, Set<Long>> contents) {
        this.stepsLeft = new AtomicInteger(steps);
        this.contents = contents;
    }

    static Map<UUID, Set<Long>> contents() {
        return new ConcurrentHashMap<>();
    }

    boolean isDead() {
        return stepsLeft.get() <= 0;
    }

    /** Two steps for each call: it may die before anything is done, or before it hears that it was. */
    Ledger with(Ledger ledger) {
        return Interposed.around(Ledger.class, noting(ledger), (called, answer) -> mortal(answer));
    }

    Gateway with(Gateway gateway) {
        return Interposed.around(Gateway.class, gateway, (called, answer) -> mortal(answer));
    }

    private Mono<?> mortal(Mono<?> answer) {
        return Mono.defer(() -> step() ? answer.materialize() : Mono.never())
                .flatMap(heard -> step() ? Mono.just(heard) : Mono.never())
                .dematerialize();
    }

    private boolean step() {
        return stepsLeft.decrementAndGet() > 0;
    }

    private Ledger noting(Ledger ledger) {
        return Interposed.aroundBegin(
                ledger,
                claim -> contents.put(
                        claim.message(),
                        claim.deliveries().stream().map(Planned::id).collect(Collectors.toSet())));
    }
}
