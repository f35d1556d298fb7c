package io.tidemark.deliver.cmpp;

import io.netty.channel.ChannelOption;
import io.netty.handler.flow.FlowControlHandler;
import io.tidemark.deliver.Gateway;
import io.tidemark.deliver.Message;
import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Receipts;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.Refused;
import io.tidemark.route.Channel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.tcp.TcpClient;
import reactor.util.retry.Retry;

/** One account at one gateway, over one connection that comes back whenever it is lost. */
final class CmppGateway implements Gateway {
    private static final Duration GOODBYE = Duration.ofSeconds(2);
    private static final Logger log = LoggerFactory.getLogger(CmppGateway.class);

    private final CmppSettings settings;
    private final Clock clock;
    private final Submits submits;
    private final AtomicInteger reference =
            new AtomicInteger(ThreadLocalRandom.current().nextInt());
    private volatile @Nullable Session open;
    private volatile Reason absent = Reason.UNREACHABLE;

    CmppGateway(CmppSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.submits = settings.submits();
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Mono<Submission> submit(Message message) {
        return Mono.defer(() -> {
            Session session = open;
            if (session == null) {
                return refused(absent);
            }
            if (!message.expiresAt().isAfter(clock.instant())) {
                return refused(Reason.TOO_LATE);
            }
            String mobile = message.to().mobile();
            if (mobile == null) {
                return refused(Reason.NO_ADDRESS);
            }
            return settings.phones()
                    .dialled(mobile)
                    .map(number -> submit(session, submits.of(message, number, reference.incrementAndGet())))
                    .orElseGet(() -> refused(Reason.BAD_ADDRESS));
        });
    }

    @Override
    public int parts(Message message) {
        return submits.parts(message);
    }

    private static Mono<Submission> submit(Session session, List<Outbound.Submit> segments) {
        return Mono.create(answer -> {
            Outgoing outgoing = new Outgoing(segments, answer::success);
            answer.onCancel(() -> session.withdraw(outgoing));
            session.submit(outgoing);
        });
    }

    private static Mono<Submission> refused(Reason reason) {
        return Mono.just(Refused.because(reason));
    }

    @Override
    public Mono<Void> run(Receipts receipts) {
        return connection(receipts)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, settings.link().backoffMin())
                        .maxBackoff(settings.link().backoffMax())
                        .jitter(0.5)
                        .transientErrors(true)
                        .doBeforeRetry(lost -> lost(lost.failure())))
                .then();
    }

    /** From the first try to the end: one element once we are let in, an error at the end. */
    private Flux<Session> connection(Receipts receipts) {
        return Flux.usingWhen(
                client().connect().map(connection -> session(connection, receipts)),
                this::used,
                session -> Mono.empty(),
                (session, failure) -> Mono.fromRunnable(session::drop),
                this::leave);
    }

    private TcpClient client() {
        return TcpClient.newConnection()
                .host(settings.host())
                .port(settings.port())
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.link().timeout().toMillis()));
    }

    private Session session(Connection connection, Receipts receipts) {
        Inbox inbox = new Inbox(name(), receipts, clock);
        Session session = new Session(connection.channel(), settings.pace(), inbox, settings.rate());
        connection
                .addHandlerLast(new FrameCodec(settings.protocol()))
                .addHandlerLast(new FlowControlHandler())
                .addHandlerLast(session);
        return session;
    }

    private Flux<Session> used(Session session) {
        Mono<Session> letIn = session.login(settings.login(clock.instant()))
                .timeout(
                        settings.link().timeout(),
                        Mono.error(() -> new Disconnected(Reason.UNREACHABLE, "the gateway does not answer the login")))
                .doOnSuccess(done -> opened(session))
                .thenReturn(session);
        return letIn.concatWith(session.end().cast(Session.class)).doFinally(end -> open = null);
    }

    private void opened(Session session) {
        open = session;
        log.info("Gateway {} is connected.", name());
    }

    private void lost(Throwable failure) {
        absent = failure instanceof Disconnected disconnected ? disconnected.reason() : Reason.UNREACHABLE;
        log.warn("Gateway {} is not connected: {}.", name(), failure.getMessage());
    }

    private Mono<Void> leave(Session session) {
        return session.leave().timeout(GOODBYE, Mono.empty()).doFinally(end -> session.drop());
    }
}
