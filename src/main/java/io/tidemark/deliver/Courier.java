package io.tidemark.deliver;

import io.tidemark.deliver.Message.Recipient;
import io.tidemark.route.Channel;
import io.tidemark.route.Person;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/** Carries what was claimed to a gateway, and what came of it to the ledger. */
public final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final int RETRIES = 4;

    private final Ledger ledger;
    private final Manners manners;
    private final People people;
    private final Texts texts;
    private final Patience patience;

    public Courier(Ledger ledger, Manners manners, People people, Texts texts, Patience patience) {
        this.ledger = ledger;
        this.manners = manners;
        this.people = people;
        this.texts = texts;
        this.patience = patience;
    }

    /**
     * How long is waited, and by which clock.
     *
     * @param submission for a gateway's answer; much shorter than a lease
     */
    public record Patience(Duration submission, Backoff backoff, Clock clock, Scheduler scheduler) {}

    /** Completes when the claim has ended, or is left to its lease. */
    Mono<Void> carry(Claim claim, Lineup lineup) {
        return people.person(claim.recipient())
                .filter(person -> claim.channel() != Channel.SMS || person.mobile() != null)
                .map(person -> carry(claim, lineup, recipient(person)))
                .defaultIfEmpty(surely(ledger.failed(claim, Reason.NO_ADDRESS)))
                .flatMap(next -> next);
    }

    private Mono<Void> carry(Claim claim, Lineup lineup, Recipient recipient) {
        return manners.respite(claim)
                .map(respite -> surely(ledger.putOff(claim, respite)))
                .defaultIfEmpty(Mono.defer(() -> offer(Round.first(claim, recipient, lineup))))
                .flatMap(next -> next);
    }

    private static Recipient recipient(Person person) {
        return new Recipient(person.id(), person.branch(), person.mobile(), person.locale());
    }

    private Mono<Void> offer(Round round) {
        @Nullable Line line = round.line();
        if (line == null) {
            return exhausted(round);
        }
        return line.enter().flatMap(admitted -> admitted ? handOver(round, line) : offer(round.next()));
    }

    private Mono<Void> exhausted(Round round) {
        return surely(
                ledger.putOff(round.claim(), round.respite(patience.clock().instant(), patience.backoff())));
    }

    private Mono<Void> handOver(Round round, Line line) {
        Message message = texts.message(round.claim(), round.recipient());
        return ledger.begin(round.claim(), line.name(), message, line.gateway().parts(message))
                .doOnError(failure -> line.unused())
                .doOnCancel(line::unused)
                .flatMap(begun -> begun(begun, round, line, message));
    }

    private Mono<Void> begun(Begun begun, Round round, Line line, Message message) {
        if (begun instanceof Begun.Started started) {
            return submitted(line, message)
                    .doOnNext(line::heard)
                    .flatMap(submission -> heard(submission, started.attempt(), round));
        }
        if (begun instanceof Begun.Fewer fewer) {
            return handOver(round.only(fewer.left()), line);
        }
        line.unused();
        return Mono.empty();
    }

    private Mono<Submission> submitted(Line line, Message message) {
        return Mono.defer(() -> line.gateway().submit(message))
                .timeout(
                        patience.submission(),
                        Mono.just(new Submission.InDoubt(Reason.NO_ANSWER)),
                        patience.scheduler())
                .onErrorResume(bug -> {
                    LOG.error("The gateway {} has a bug; its message is in doubt", line.name(), bug);
                    return Mono.just(new Submission.InDoubt(Reason.OTHER));
                })
                .defaultIfEmpty(new Submission.InDoubt(Reason.OTHER));
    }

    private Mono<Void> heard(Submission submission, Attempt attempt, Round round) {
        if (submission instanceof Submission.Accepted accepted) {
            return surely(ledger.accepted(attempt, accepted.parts())).then(Mono.defer(() -> hurried(round.lineup())));
        }
        if (submission instanceof Submission.InDoubt doubt) {
            return surely(ledger.inDoubt(attempt, doubt.reason()));
        }
        Reason reason = ((Submission.Refused) submission).reason();
        Mono<Void> next = reason.worthAnother()
                ? Mono.defer(() -> offer(round.refused(reason)))
                : Mono.defer(() -> surely(ledger.failed(round.claim(), reason)));
        return surely(ledger.refused(attempt, reason)).then(next);
    }

    /** A channel has come back: what waits for it need not wait any longer. */
    private Mono<Void> hurried(Lineup lineup) {
        return lineup.returned() ? ledger.hurry(lineup.channel()) : Mono.empty();
    }

    /** What came of it is worth some tries; if it can't be kept, the lease ends and it counts as in doubt. */
    private Mono<Void> surely(Mono<Void> kept) {
        return kept.retryWhen(Retry.backoff(RETRIES, FIRST_RETRY).scheduler(patience.scheduler()));
    }
}
