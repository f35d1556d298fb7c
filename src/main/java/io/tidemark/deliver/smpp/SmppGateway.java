package io.tidemark.deliver.smpp;

import io.tidemark.deliver.Gateway;
import io.tidemark.deliver.Message;
import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Receipts;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.Refused;
import io.tidemark.route.Channel;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** One account at one provider: bound while {@link #run} is, and refusing at once while not. */
final class SmppGateway implements Gateway, AutoCloseable {
    private final SmppSettings settings;
    private final Clock clock;
    private final SmppLink link;
    private final SegmentSender sender;

    SmppGateway(SmppSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.link = new SmppLink(settings);
        this.sender = new SegmentSender(settings);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    /**
     * A message of several segments is refused if any of them is: a phone shows nothing of what it cannot complete.
     * Throttled in its middle, it is taken up again a few times before. It is in doubt as soon as one of them is, and
     * the rest is not sent.
     */
    @Override
    public Mono<Submission> submit(Message message) {
        return Mono.defer(() -> handedOver(message))
                // What follows must not keep a thread of the window, or one of the protocol's.
                .publishOn(Schedulers.parallel());
    }

    @Override
    public int parts(Message message) {
        return sender.parts(message.text());
    }

    private Mono<Submission> handedOver(Message message) {
        String mobile = message.to().mobile();
        if (mobile == null) {
            return Mono.just(Refused.because(Reason.NO_ADDRESS));
        }
        Duration validity = Duration.between(clock.instant(), message.expiresAt());
        if (validity.isNegative()) {
            return Mono.just(Refused.because(Reason.TOO_LATE));
        }
        Optional<Binding> binding = link.binding();
        return binding.isEmpty()
                ? Mono.just(Refused.because(link.whyNot()))
                : sender.send(binding.get(), new Envelope(settings.source(), mobile, validity), message.text());
    }

    @Override
    public Mono<Void> run(Receipts receipts) {
        ReceiptReader reader = new ReceiptReader(settings.name(), settings.receipts(), clock);
        return link.keep(new Incoming(
                settings.name(), reader, receipts, settings.timing().submitTimeout()));
    }

    /** Whether submissions may go out now. */
    boolean isBound() {
        return link.binding().isPresent();
    }

    @Override
    public void close() {
        link.close();
        sender.close();
    }
}
