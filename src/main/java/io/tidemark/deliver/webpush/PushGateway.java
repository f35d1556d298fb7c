package io.tidemark.deliver.webpush;

import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.Gateway;
import io.tidemark.deliver.Message;
import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Receipts;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.InDoubt;
import io.tidemark.deliver.Submission.Refused;
import io.tidemark.deliver.webpush.Push.Pushed;
import io.tidemark.route.Channel;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** To all of a person's browsers at once; one that takes it is enough. There are no receipts. */
final class PushGateway implements Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(PushGateway.class);
    private static final int AT_ONCE = 4;

    private final Subscriptions subscriptions;
    private final Push push;

    PushGateway(Subscriptions subscriptions, Push push) {
        this.subscriptions = subscriptions;
        this.push = push;
    }

    @Override
    public String name() {
        return "web-push";
    }

    @Override
    public Channel channel() {
        return Channel.PUSH;
    }

    @Override
    public Mono<Submission> submit(Message message) {
        return toAllOf(message.to().id(), Note.of(message)).map(PushGateway::together);
    }

    /** What came of it for each subscription, by then those that are gone have been removed. */
    Mono<List<Pushed>> toAllOf(ManagerId manager, Note note) {
        return subscriptions
                .of(manager)
                .flatMapMany(Flux::fromIterable)
                .flatMap(subscription -> push.send(note, subscription), AT_ONCE)
                .collectList()
                .flatMap(all -> remember(all).thenReturn(all));
    }

    /** What was sent has been sent: not to have noted it does not change what is answered. */
    private Mono<Void> remember(List<Pushed> all) {
        if (all.isEmpty()) {
            return Mono.empty();
        }
        return subscriptions
                .used(ids(all, Pushed::taken), ids(all, each -> !each.taken() && !each.gone()), ids(all, Pushed::gone))
                .onErrorResume(failure -> {
                    LOG.warn("What came of {} pushes could not be noted; they stay as they were", all.size(), failure);
                    return Mono.empty();
                });
    }

    private static List<UUID> ids(List<Pushed> all, Predicate<Pushed> which) {
        return all.stream().filter(which).map(each -> each.to().id()).toList();
    }

    private static Submission together(List<Pushed> all) {
        List<Submission> submissions = all.stream().map(Pushed::submission).toList();
        return submissions.stream()
                .filter(Submission.Accepted.class::isInstance)
                .findFirst()
                .or(() -> submissions.stream().filter(InDoubt.class::isInstance).findFirst())
                .orElseGet(() -> refused(submissions));
    }

    /** The one for which it is soonest worth to try again. */
    private static Submission refused(List<Submission> submissions) {
        return submissions.stream()
                .map(Refused.class::cast)
                .min(Comparator.comparing((Refused each) -> !each.reason().worthAnother())
                        .thenComparing(each -> Objects.requireNonNullElse(each.retryAfter(), Duration.ZERO)))
                .orElse(Refused.because(Reason.NO_ADDRESS));
    }

    @Override
    public Mono<Void> run(Receipts receipts) {
        return Mono.never();
    }
}
