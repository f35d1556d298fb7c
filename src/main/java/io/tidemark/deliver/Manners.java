package io.tidemark.deliver;

import io.tidemark.detect.Severity;
import io.tidemark.route.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** What keeps a phone from ringing too often: a cap, and that its owner is looking at the feed anyway. */
public final class Manners {
    private static final Logger LOG = LoggerFactory.getLogger(Manners.class);

    private final Ledger ledger;
    private final Presence presence;
    private final Cap cap;
    private final Duration whilePresent;
    private final Clock clock;
    private final Trouble trouble = new Trouble(
            LOG,
            "It can't be known who is looking at the feed; nobody is taken to be",
            "It is known again who is looking at the feed");

    /** @param whilePresent how long what is not urgent waits, once, for a person who is looking at the feed */
    public Manners(Ledger ledger, Presence presence, Cap cap, Duration whilePresent, Clock clock) {
        this.ledger = ledger;
        this.presence = presence;
        this.cap = cap;
        this.whilePresent = whilePresent;
        this.clock = clock;
    }

    /** Until when to wait; empty if it may go. What may have been sent already is repeated without delay. */
    Mono<Respite> respite(Claim claim) {
        if (claim.channel() != Channel.SMS || claim.repeated()) {
            return Mono.empty();
        }
        return capped(claim).switchIfEmpty(Mono.defer(() -> present(claim)));
    }

    private Mono<Respite> capped(Claim claim) {
        Instant now = clock.instant();
        return ledger.sent(claim.recipient(), claim.channel(), now.minus(cap.within()))
                .map(sent -> cap.next(claim.severity(), sent, now))
                .filter(now::isBefore)
                .map(Respite::unasked);
    }

    private Mono<Respite> present(Claim claim) {
        boolean urgent = claim.severity().atLeast(Severity.HIGH);
        if (urgent || claim.deliveries().stream().anyMatch(Planned::postponed)) {
            return Mono.empty();
        }
        return presence.present(Set.of(claim.recipient()))
                .doOnNext(known -> trouble.over())
                .doOnError(trouble::met)
                .onErrorReturn(Set.of())
                .filter(present -> present.contains(claim.recipient()))
                .map(present -> Respite.present(clock.instant().plus(whilePresent)));
    }
}
