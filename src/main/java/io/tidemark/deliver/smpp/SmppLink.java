package io.tidemark.deliver.smpp;

import io.tidemark.deliver.Reason;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.util.DefaultComposer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/** Keeps an account bound, and knows how it is. */
final class SmppLink implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SmppLink.class);
    private static final double JITTER = 0.5;
    private static final int ANSWERS_AT_A_TIME = 4;
    private static final int MOST_UNREAD = 1_000;
    private static final int GOODBYE_MILLIS = 1_000;

    private final SmppSettings settings;
    /** Binding and leaving, one after the other. */
    private final BlockingThreads thread;

    private final AtomicReference<@Nullable Binding> current = new AtomicReference<>();
    private final Sinks.Empty<Void> closed = Sinks.empty();
    private volatile Reason whyNot = Reason.UNREACHABLE;

    SmppLink(SmppSettings settings) {
        this.settings = settings;
        this.thread = new BlockingThreads("smpp-link-" + settings.name(), 1);
    }

    /** Absent unless submissions may go out now. */
    Optional<Binding> binding() {
        return Optional.ofNullable(current.get()).filter(Binding::canSend);
    }

    /** Why it is not bound, if it is not. */
    Reason whyNot() {
        return whyNot;
    }

    /** Binds, and again with backoff and jitter whenever that failed or ended; leaves when cancelled. */
    Mono<Void> keep(MessageReceiverListener listener) {
        return Mono.fromCallable(() -> bind(listener))
                .subscribeOn(thread.scheduler())
                .flatMapMany(bound -> bound.map(SmppLink::untilEnd).orElseGet(() -> Flux.error(new NotBound())))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, settings.timing().reconnectFirst())
                        .maxBackoff(settings.timing().reconnectLongest())
                        .jitter(JITTER)
                        .transientErrors(true))
                .takeUntilOther(closed.asMono())
                .then()
                // Done by the same thread as binding: after what it may be about to do.
                .doFinally(end -> thread.offer(this::leave));
    }

    private static Flux<Binding> untilEnd(Binding binding) {
        return Flux.just(binding).concatWith(binding.ended().then(Mono.error(NotBound::new)));
    }

    /** Throws nothing, as nobody might be there any more to hear it. */
    private Optional<Binding> bind(MessageReceiverListener listener) {
        SMPPSession session = session(listener);
        Binding binding = new Binding(session);
        try {
            session.connectAndBind(
                    settings.host(),
                    settings.port(),
                    parameter(),
                    settings.timing().submitTimeout().toMillis());
            current.set(binding);
            log.info("SMPP gateway {} is bound.", settings.name());
            return Optional.of(binding);
        } catch (IOException | RuntimeException failed) {
            session.close();
            whyNot = isNotAllowed(failed) ? Reason.NOT_ALLOWED : Reason.UNREACHABLE;
            log.warn("SMPP gateway {} is not bound ({}): {}", settings.name(), whyNot, failed.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isNotAllowed(Exception failed) {
        return failed.getCause() instanceof NegativeResponseException refused
                && Refusals.reason(refused.getCommandStatus()) == Reason.NOT_ALLOWED;
    }

    private SMPPSession session(MessageReceiverListener listener) {
        LastWords reader = new LastWords();
        SMPPSession session = new SMPPSession(
                new SynchronizedPDUSender(new DefaultPDUSender(new DefaultComposer())),
                reader,
                new Connections(settings.tls(), settings.timing().submitTimeout()));
        reader.expecting(session::getUnacknowledgedRequests);
        session.setTransactionTimer(settings.timing().submitTimeout().toMillis());
        session.setEnquireLinkTimer((int) settings.timing().enquireLink().toMillis());
        // Answers to submissions go the same way as receipts, which may have to wait: some threads are theirs alone.
        session.setPduProcessorDegree(Incoming.AT_A_TIME + ANSWERS_AT_A_TIME);
        session.setQueueCapacity(MOST_UNREAD);
        session.setMessageReceiverListener(listener);
        return session;
    }

    private BindParameter parameter() {
        SmppSettings.Account account = settings.account();
        return new BindParameter(
                BindType.BIND_TRX,
                account.systemId(),
                account.password(),
                account.systemType(),
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                "",
                InterfaceVersion.IF_34);
    }

    private void leave() {
        whyNot = Reason.UNREACHABLE;
        Binding binding = current.getAndSet(null);
        if (binding != null) {
            binding.session().setTransactionTimer(GOODBYE_MILLIS);
            binding.session().unbindAndClose();
        }
    }

    /** Leaves soon, on a thread of its own. */
    @Override
    public void close() {
        closed.tryEmitEmpty();
        thread.offer(this::leave);
        thread.close();
    }

    /** There is no binding, or no more. */
    private static final class NotBound extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotBound() {
            super("not bound", null, false, false);
        }
    }
}
