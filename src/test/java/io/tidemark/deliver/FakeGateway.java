package io.tidemark.deliver;

import io.tidemark.route.Channel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A provider that does as it is told; it begins by taking everything. */
public final class FakeGateway implements Gateway {
    private final String name;
    private final Channel channel;
    private final AtomicInteger parts = new AtomicInteger();

    /** What was brought to it, whatever it answered. */
    public final List<Message> brought = new CopyOnWriteArrayList<>();

    private volatile Function<Message, Mono<Submission>> answer = message -> Mono.just(taken());

    public FakeGateway(String name, Channel channel) {
        this.name = name;
        this.channel = channel;
    }

    public void takes() {
        answer = message -> Mono.just(taken());
    }

    public void refuses(Reason reason) {
        answers(message -> Mono.just(Submission.Refused.because(reason)));
    }

    public void answers(Function<Message, Mono<Submission>> does) {
        answer = does;
    }

    public Submission taken() {
        return new Submission.Accepted(List.of(name + "-" + parts.incrementAndGet()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public Mono<Submission> submit(Message message) {
        return Mono.defer(() -> {
            brought.add(message);
            return answer.apply(message);
        });
    }

    @Override
    public Mono<Void> run(Receipts receipts) {
        return Mono.never();
    }
}
