package io.tidemark.deliver.cmpp;

import io.netty.channel.Channel;
import io.tidemark.deliver.Receipt;
import io.tidemark.deliver.Receipts;
import io.tidemark.deliver.cmpp.Inbound.Deliver;
import io.tidemark.deliver.cmpp.Outbound.DeliverAnswer;
import java.time.Clock;
import java.time.Duration;
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

    Inbox(String gateway, Receipts receipts, Clock clock) {
        this.gateway = gateway;
        this.receipts = receipts;
        this.clock = clock;
    }

    void take(Channel channel, Frame<Inbound> frame, Deliver deliver) {
        if (deliver.report() != null) {
            keep(channel, frame.sequence(), deliver.id(), Reports.receipt(gateway, deliver.report(), clock.instant()));
        } else if (deliver.isReport()) {
            log.warn("Gateway {} sent a report that cannot be read.", gateway);
            answer(channel, frame.sequence(), deliver.id(), UNREADABLE);
        } else {
            log.info("Gateway {} brought a message from a phone, which nobody here answers.", gateway);
            answer(channel, frame.sequence(), deliver.id(), KEPT);
        }
    }

    private void keep(Channel channel, int sequence, long id, Receipt receipt) {
        started(channel);
        Mono.defer(() -> receipts.keep(receipt))
                .timeout(PATIENCE)
                .thenReturn(KEPT)
                .onErrorResume(failure -> {
                    log.warn("A report of gateway {} could not be kept and will come again: {}", gateway, failure.toString());
                    return Mono.just(NOT_KEPT);
                })
                .subscribe(result -> channel.eventLoop().execute(() -> {
                    answer(channel, sequence, id, result);
                    ended(channel);
                }));
    }

    boolean isFull() {
        return underway >= MOST_AT_ONCE;
    }

    private void started(Channel channel) {
        underway++;
        if (isFull()) {
            channel.config().setAutoRead(false);
        }
    }

    private void ended(Channel channel) {
        underway--;
        channel.config().setAutoRead(true);
    }

    private static void answer(Channel channel, int sequence, long id, int result) {
        channel.writeAndFlush(new Frame<Outbound>(sequence, new DeliverAnswer(id, result)), channel.voidPromise());
    }
}
