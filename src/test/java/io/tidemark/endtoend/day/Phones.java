package io.tidemark.endtoend.day;

import io.tidemark.deliver.Gateway;
import io.tidemark.deliver.Gateways;
import io.tidemark.deliver.Message;
import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Receipts;
import io.tidemark.deliver.Submission;
import io.tidemark.route.Channel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** Gateways for text messages and pushes that take down what rings where, and when; or are dead. */
final class Phones implements Gateways {
    private final Clock clock;
    private final List<Rung> rung = new ArrayList<>();
    private volatile boolean dead;

    Phones(Clock clock) {
        this.clock = clock;
    }

    /** A phone rang. */
    record Rung(Instant at, Channel channel, String person, Message message) {
        @Override
        public String toString() {
            return at + " " + channel + " " + person + ": " + message.text();
        }
    }

    @Override
    public List<Gateway> configured() {
        return List.of(new Phone(Channel.PUSH), new Phone(Channel.SMS));
    }

    void die() {
        dead = true;
    }

    void revive() {
        dead = false;
    }

    synchronized List<Rung> rung() {
        return List.copyOf(rung);
    }

    private synchronized void ring(Rung each) {
        rung.add(each);
    }

    private final class Phone implements Gateway {
        private final Channel channel;

        Phone(Channel channel) {
            this.channel = channel;
        }

        @Override
        public String name() {
            return "phones-" + channel;
        }

        @Override
        public Channel channel() {
            return channel;
        }

        @Override
        public Mono<Submission> submit(Message message) {
            return Mono.fromSupplier(() -> {
                if (dead) {
                    return Submission.Refused.because(Reason.UNREACHABLE);
                }
                ring(new Rung(clock.instant(), channel, message.to().id().value(), message));
                return new Submission.Accepted(List.of());
            });
        }

        @Override
        public Mono<Void> run(Receipts receipts) {
            return Mono.never();
        }
    }
}
