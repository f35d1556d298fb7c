package io.tidemark.deliver.smpp;

import io.tidemark.deliver.Receipt;
import io.tidemark.deliver.Receipts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** What comes from the provider. Returning answers that it was taken; throwing makes it come again. */
final class Incoming implements MessageReceiverListener {
    /** As many may wait to be kept. What comes on top is asked to come again, so that answers are always read. */
    static final int AT_A_TIME = 16;

    private static final Logger log = LoggerFactory.getLogger(Incoming.class);

    private final String gateway;
    private final ReceiptReader reader;
    private final Receipts receipts;
    private final Duration patience;
    private final Semaphore room = new Semaphore(AT_A_TIME);

    Incoming(String gateway, ReceiptReader reader, Receipts receipts, Duration patience) {
        this.gateway = gateway;
        this.reader = reader;
        this.receipts = receipts;
        this.patience = patience;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm received) throws ProcessRequestException {
        if (!ReceiptReader.isReceipt(received)) {
            // Its text is somebody's, and nobody's here.
            log.info("A message came in through SMPP gateway {}; nobody reads those.", gateway);
            return;
        }
        Optional<Receipt> receipt = reader.read(received);
        if (receipt.isEmpty()) {
            log.warn("A receipt from SMPP gateway {} does not say of which message.", gateway);
            return;
        }
        if (!room.tryAcquire()) {
            throw new ProcessRequestException("too many at a time", SMPPConstant.STAT_ESME_RTHROTTLED);
        }
        try {
            keep(receipt.get());
        } finally {
            room.release();
        }
    }

    /** Waits, on the protocol's thread: it is its returning that says to the provider that the receipt is kept. */
    private void keep(Receipt receipt) throws ProcessRequestException {
        CompletableFuture<Void> kept =
                Mono.defer(() -> receipts.keep(receipt)).toFuture();
        try {
            kept.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw again(kept, ended);
        } catch (ExecutionException | TimeoutException failed) {
            throw again(kept, failed);
        }
    }

    private ProcessRequestException again(CompletableFuture<Void> kept, Exception why) {
        kept.cancel(true);
        log.warn("A receipt from SMPP gateway {} could not be kept; it will come again.", gateway, why);
        return new ProcessRequestException("not kept", SMPPConstant.STAT_ESME_RX_T_APPN, why);
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {
        log.debug("SMPP gateway {} says that a phone is there.", gateway);
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("not taken", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
