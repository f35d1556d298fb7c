package io.tidemark.deliver.httpsms;

import io.tidemark.deliver.Receipts;
import io.tidemark.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where one provider brings its receipts, as long as somebody keeps them. */
final class ReceiptDesk {
    private static final Duration KEEPING = Duration.ofSeconds(15);

    private final ReceiptSignature signature;
    private final ReceiptReader reader;
    private final Clock clock;
    private final AtomicReference<@Nullable Receipts> open = new AtomicReference<>();

    ReceiptDesk(ReceiptSignature signature, ReceiptReader reader, Clock clock) {
        this.signature = signature;
        this.reader = reader;
        this.clock = clock;
    }

    /** Until cancelled. */
    Mono<Void> open(Receipts receipts) {
        return Mono.<Void>never()
                .doOnSubscribe(opened -> open.set(receipts))
                .doFinally(ended -> open.compareAndSet(receipts, null));
    }

    /**
     * Completes when all that can be read is kept for good; what can't be read among it is a {@link Refusal} only then.
     * Fails with {@link Closed} if nobody keeps receipts now.
     */
    Mono<Void> take(HttpHeaders headers, byte[] body) {
        if (!signature.holds(headers, body)) {
            return Mono.error(new Refusal(
                    HttpStatus.UNAUTHORIZED,
                    "The receipts are not signed as agreed, or more than five minutes ago; sign timestamp, full stop"
                            + " and body with HMAC-SHA256 in hex."));
        }
        Receipts keeper = open.get();
        if (keeper == null) {
            return Mono.error(new Closed());
        }
        ReceiptReader.Batch batch = reader.read(body, clock.instant());
        return batch == null ? Mono.error(malformed("The body has no receipts")) : keep(batch, keeper);
    }

    private static Mono<Void> keep(ReceiptReader.Batch batch, Receipts keeper) {
        return Flux.fromIterable(batch.receipts())
                .concatMap(keeper::keep)
                .then(Mono.<Void>defer(() -> batch.unreadable() == 0
                        ? Mono.empty()
                        : Mono.error(malformed(batch.unreadable() + " of the receipts have no id or no state"))))
                .timeout(KEEPING);
    }

    private static Refusal malformed(String what) {
        return Refusal.badRequest(what + " where the operator of this service expects them; agree on the form.");
    }

    /** Nobody keeps receipts now; somebody will. */
    static final class Closed extends IllegalStateException {
        private static final long serialVersionUID = 1L;
    }
}
