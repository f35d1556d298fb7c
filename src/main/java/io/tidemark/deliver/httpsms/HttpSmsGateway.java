package io.tidemark.deliver.httpsms;

import io.tidemark.deliver.Gateway;
import io.tidemark.deliver.Message;
import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Receipts;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.InDoubt;
import io.tidemark.deliver.Submission.Refused;
import io.tidemark.deliver.httpsms.HttpSmsProperties.Carrier;
import io.tidemark.route.Channel;
import io.tidemark.web.Outbound;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One provider that speaks HTTP. */
final class HttpSmsGateway implements Gateway {
    private final String name;
    private final RequestWriter writer;
    private final AnswerReader reader;
    private final @Nullable ReceiptDesk desk;
    private final Way way;

    /** How it gets there. */
    record Way(Outbound outbound, Clock clock) {}

    HttpSmsGateway(Carrier provider, Way way) {
        this.name = provider.name();
        this.writer = new RequestWriter(provider);
        this.reader = new AnswerReader(provider.answer());
        this.desk = provider.receipts() == null
                ? null
                : new ReceiptDesk(
                        new ReceiptSignature(provider.receipts(), way.clock()),
                        new ReceiptReader(name, provider.receipts(), writer.saysDigits()),
                        way.clock());
        this.way = way;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Mono<Submission> submit(Message message) {
        String mobile = message.to().mobile();
        if (mobile == null) {
            return Mono.just(Refused.because(Reason.NO_ADDRESS));
        }
        return Mono.fromSupplier(() -> writer.write(message, mobile))
                .flatMap(way.outbound()::send)
                .map(outcome -> outcome.as(
                        answer -> reader.read(answer, way.clock().instant()),
                        () -> Refused.because(Reason.UNREACHABLE),
                        () -> new InDoubt(Reason.NO_ANSWER)));
    }

    @Override
    public Mono<Void> run(Receipts receipts) {
        return desk == null ? Mono.never() : desk.open(receipts);
    }

    /** Null if the provider brings no receipts. */
    @Nullable
    ReceiptDesk desk() {
        return desk;
    }
}
