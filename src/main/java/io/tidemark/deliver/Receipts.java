package io.tidemark.deliver;

import reactor.core.publisher.Mono;

/** Where gateways bring receipts. */
public interface Receipts {

    /**
     * Keeps a receipt for good: also one that was kept before, one whose message is not known yet, and one that comes
     * after a later one.
     */
    Mono<Void> keep(Receipt receipt);
}
