package io.tidemark.deliver.postgres;

import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.Attempt;
import io.tidemark.deliver.Begun;
import io.tidemark.deliver.Claim;
import io.tidemark.deliver.Ledger;
import io.tidemark.deliver.Message;
import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Receipt;
import io.tidemark.deliver.Respite;
import io.tidemark.route.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** The ledger as tables. Whatever changes a message and what hangs on it locks the message's row first. */
final class PostgresLedger implements Ledger {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration TIDYING = Duration.ofSeconds(30);

    private final ClaimRows claims;
    private final OutcomeRows outcomes;
    private final ReceiptRows receipts;
    private final TidyRows tidying;

    PostgresLedger(ClaimRows claims, OutcomeRows outcomes, ReceiptRows receipts, TidyRows tidying) {
        this.claims = claims;
        this.outcomes = outcomes;
        this.receipts = receipts;
        this.tidying = tidying;
    }

    @Override
    public Mono<Claim> claim(Channel channel) {
        return claims.doubtful(channel)
                .switchIfEmpty(Mono.defer(() -> claims.planned(channel)))
                .timeout(PATIENCE);
    }

    @Override
    public Mono<List<Instant>> sent(ManagerId recipient, Channel channel, Instant since) {
        return claims.sent(recipient, channel, since).timeout(PATIENCE);
    }

    @Override
    public Mono<Begun> begin(Claim claim, String gateway, Message message, int parts) {
        return claims.begin(claim, gateway, message, parts).timeout(PATIENCE);
    }

    @Override
    public Mono<Void> accepted(Attempt attempt, List<String> parts) {
        return outcomes.accepted(attempt, parts).timeout(PATIENCE);
    }

    @Override
    public Mono<Void> refused(Attempt attempt, Reason reason) {
        return outcomes.refused(attempt, reason).timeout(PATIENCE);
    }

    @Override
    public Mono<Void> inDoubt(Attempt attempt, Reason reason) {
        return outcomes.inDoubt(attempt, reason).timeout(PATIENCE);
    }

    @Override
    public Mono<Void> putOff(Claim claim, Respite respite) {
        return outcomes.putOff(claim.message(), claim.number(), respite).timeout(PATIENCE);
    }

    @Override
    public Mono<Void> failed(Claim claim, Reason reason) {
        return outcomes.failed(claim.message(), claim.number(), reason).timeout(PATIENCE);
    }

    @Override
    public Mono<Void> keep(Receipt receipt) {
        return receipts.keep(receipt).timeout(PATIENCE);
    }

    @Override
    public Mono<Boolean> tidy() {
        return tidying.tidy().timeout(TIDYING);
    }

    @Override
    public Mono<Integer> abandon(Channel channel) {
        return tidying.abandon(channel).timeout(TIDYING);
    }

    @Override
    public Mono<Void> hurry(Channel channel) {
        return tidying.hurry(channel).timeout(TIDYING);
    }
}
