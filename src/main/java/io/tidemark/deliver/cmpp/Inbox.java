package io.tidemark.deliver.cmpp;

import io.tidemark.deliver.Receipt;
import io.tidemark.deliver.Receipts;
import io.tidemark.deliver.cmpp.Inbound.Deliver;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Brings reports to be kept and says so to the gateway only then; what could not be kept is asked for again. While as
 * many are being kept as may be, nothing more is read from the connection. Belongs to the connection's event loop.
 */
final class Inbox {
    static final int MOST_AT_ONCE = 64;

    private static final int KEPT = 0;
    private static final int UNREADABLE = 1;
    private static final int NOT_KEPT = 9;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(Inbox.class);

    private final String gateway;
    private final Receipts receipts;
    private final Clock clock;
    private int underway;
    private boolean isFailing;

    Inbox(String gateway, Receipts receipts, Clock clock) {
        this.gateway = gateway;
        this.receipts = receipts;
        this.clock = clock;
    }

    void take(Line line, Frame<Inbound> frame, Deliver deliver) {
        if (deliver.report() != null) {
            keep(line, frame, deliver.id(), Reports.receipt(gateway, deliver.report(), clock.instant()));
        } else if (deliver.isReport()) {
            log.warn("Gateway {} sent a report that cannot be read.", gateway);
            line.answer(frame, deliver.id(), UNREADABLE);
        } else {
            log.info("Gateway {} brought a message from a phone, which nobody here answers.", gateway);
            line.answer(frame, deliver.id(), KEPT);
        }
    }

    private void keep(Line line, Frame<Inbound> frame, long id, Receipt receipt) {
        underway++;
        line.listen(!isFull());
        Mono.defer(() -> receipts.keep(receipt))
                .timeout(PATIENCE)
                .subscribe(
                        nothing -> {},
                        failure -> line.later(() -> over(line, frame, id, failure)),
                        () -> line.later(() -> over(line, frame, id, null)));
    }

    /** Whether as many are being kept as may be. */
    boolean isFull() {
        return underway >= MOST_AT_ONCE;
    }

    private void over(Line line, Frame<Inbound> frame, long id, @Nullable Throwable failure) {
        if (failure != null && !isFailing) {
            log.warn("Reports of gateway {} cannot be kept and will come again: {}", gateway, failure.toString());
        }
        isFailing = failure != null;
        line.answer(frame, id, failure == null ? KEPT : NOT_KEPT);
        underway--;
        line.listen(true);
    }
}
