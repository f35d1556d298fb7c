package io.tidemark.deliver;

import io.tidemark.bank.ManagerId;
import io.tidemark.route.Channel;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * What is to be told, what was tried, and what came of it. Each method is atomic, and what it says is kept before it
 * completes. Said again, or said too late, a thing changes nothing: whoever did not hear the answer may ask again.
 */
public interface Ledger extends Receipts {

    /**
     * Makes what is due for one person by this channel the caller's for {@link LedgerTerms#lease()}: a message in doubt
     * that no receipt has cleared up, or else all that was planned, the worst person's worst first, at most 100. Empty if
     * nothing is due.
     */
    Mono<Claim> claim(Channel channel);

    /** When messages left, or may have, for this person by this channel after {@code since}; in order. */
    Mono<List<Instant>> sent(ManagerId recipient, Channel channel, Instant since);

    /**
     * To be asked right before handing over. {@link Begun.Started} only if every delivery of the claim is still to be
     * told; from then on the message counts as one that may have left, until one of the next three says otherwise.
     *
     * @param parts how many the gateway makes of it: in doubt, it is found by the receipts of all of them
     */
    Mono<Begun> begin(Claim claim, String gateway, Message message, int parts);

    /** The provider has it; receipts that came earlier count now. Also heard when it was already thought in doubt. */
    Mono<Void> accepted(Attempt attempt, List<String> parts);

    /** The provider surely does not have it; the claim goes on with the next gateway. */
    Mono<Void> refused(Attempt attempt, Reason reason);

    /** The provider may have it: held for a receipt, and sent once more after that, but never a third time. */
    Mono<Void> inDoubt(Attempt attempt, Reason reason);

    /** Ends the claim; what it held is planned again, or still in doubt if it was. */
    Mono<Void> putOff(Claim claim, Respite respite);

    /** Ends the claim; nobody will be told. What was in doubt stays so. */
    Mono<Void> failed(Claim claim, Reason reason);

    /**
     * Sees to what nobody else does: ends leases of who died, finds the messages of receipts that know none, gives up
     * what is too late, forgets receipts that nobody wants. Bounded; says whether there may be more.
     */
    Mono<Boolean> tidy();

    /** Gives up what is due by a channel that leads nowhere. Bounded; says how many. */
    Mono<Integer> abandon(Channel channel);

    /** What was put off after refusals is due now. */
    Mono<Void> hurry(Channel channel);
}
