package io.tidemark.deliver;

import io.tidemark.route.Channel;
import reactor.core.publisher.Mono;

/**
 * One provider that takes messages of one channel. Adding a channel, or a provider of one, is a package that implements
 * this and makes it a bean; choosing among gateways, retries, limits, digests and the ledger are not its business.
 */
public interface Gateway {

    /** Unique, short and stable: it stands in the ledger, in settings and in metrics. */
    String name();

    Channel channel();

    /**
     * Hands over one message once; never tries again by itself. Every answer of the provider, and none in time, is a
     * {@link Submission}; an error is a bug. Whether the bytes may have left decides between {@link Submission.Refused}
     * and {@link Submission.InDoubt}: only what was surely not taken may be called refused. Cancelling does not take back
     * what was sent.
     */
    Mono<Submission> submit(Message message);

    /** How many parts, each with a receipt of its own, the message goes out in. */
    default int parts(Message message) {
        return 1;
    }

    /**
     * Keeps the connection, if there is one to keep, with backoff and jitter, and takes receipts until cancelled. Says
     * to the provider that a receipt has arrived only after {@link Receipts#keep} has completed.
     */
    Mono<Void> run(Receipts receipts);
}
