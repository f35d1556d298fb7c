package io.tidemark.deliver;

import io.tidemark.deliver.Receipt.State;
import io.tidemark.route.Channel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A provider on a bad day, and what its customers' phones show in the end: refuses, throttles, takes and drops the
 * connection; sends receipts twice, in any order, before the answer, or never.
 */
public final class Provider implements Gateway {
    private final String name;
    private final Random random;
    private final Clock clock;
    private final Ledger bookkeeping;
    private final List<Receipt> toSend = new ArrayList<>();
    private int ids;
    private boolean wellAgain;

    /** What went out to the phones; a message twice if it was sent twice. */
    public final List<Message> taken = new ArrayList<>();

    /** How often it took a message and did not say so. */
    public int dropped;

    /** @param bookkeeping of somebody who does not die with the instances */
    public Provider(String name, Random random, Clock clock, Ledger bookkeeping) {
        this.name = name;
        this.random = random;
        this.clock = clock;
        this.bookkeeping = bookkeeping;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    public synchronized void getsWell() {
        wellAgain = true;
    }

    @Override
    public Mono<Submission> submit(Message message) {
        return Mono.defer(() -> answer(message));
    }

    private synchronized Mono<Submission> answer(Message message) {
        int mood = wellAgain ? 9 : random.nextInt(10);
        return switch (mood) {
            case 0 -> Mono.just(Submission.Refused.because(Reason.UNREACHABLE));
            case 1 -> Mono.just(Submission.Refused.because(Reason.THROTTLED));
            case 2 -> {
                take(message);
                dropped++;
                yield Mono.just(new Submission.InDoubt(Reason.NO_ANSWER));
            }
            case 3 -> Mono.just(new Submission.InDoubt(Reason.NO_ANSWER));
            case 4 -> {
                // Receipts before the answer.
                Submission answer = take(message);
                yield sendReceipts().thenReturn(answer);
            }
            default -> Mono.just(take(message));
        };
    }

    private Submission take(Message message) {
        taken.add(message);
        List<String> parts = new ArrayList<>();
        for (int part = 0; part <= random.nextInt(3); part++) {
            parts.add(name + "-" + ids++);
        }
        if (wellAgain || random.nextInt(4) > 0) {
            parts.forEach(part -> receiptsOf(part, message));
        }
        return new Submission.Accepted(parts);
    }

    private void receiptsOf(String part, Message message) {
        for (int copy = 0; copy <= random.nextInt(2); copy++) {
            toSend.add(random.nextInt(toSend.size() + 1), receipt(part, message, State.DELIVERED));
            if (random.nextInt(3) == 0) {
                toSend.add(random.nextInt(toSend.size() + 1), receipt(part, message, State.UNKNOWN));
            }
        }
    }

    private Receipt receipt(String part, Message message, State state) {
        return new Receipt(
                name,
                part,
                state,
                null,
                Objects.requireNonNull(message.to().mobile()),
                clock.instant(),
                clock.instant());
    }

    /** Some of those that wait. */
    public Mono<Void> sendReceipts() {
        return Mono.defer(() -> {
            List<Mono<Void>> sending = new ArrayList<>();
            synchronized (this) {
                int some = toSend.isEmpty() ? 0 : random.nextInt(toSend.size() + 1);
                for (int i = 0; i < some; i++) {
                    sending.add(bookkeeping.keep(toSend.remove(0)));
                }
            }
            return Flux.concat(sending).then();
        });
    }

    public synchronized boolean owesReceipts() {
        return !toSend.isEmpty();
    }

    @Override
    public Mono<Void> run(Receipts receipts) {
        return Mono.never();
    }
}
