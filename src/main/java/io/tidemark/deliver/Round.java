package io.tidemark.deliver;

import io.tidemark.deliver.Message.Recipient;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way through the gateways of a channel.
 *
 * @param left those not asked yet, in order
 * @param refusal the last one's reason; absent if none was asked
 */
record Round(
        Claim claim,
        Recipient recipient,
        Lineup lineup,
        List<Line> left,
        @Nullable Reason refusal) {

    static Round first(Claim claim, Recipient recipient, Lineup lineup) {
        return new Round(claim, recipient, lineup, lineup.linesFor(claim), null);
    }

    /** Whose turn it is; absent if all have had theirs. */
    @Nullable
    Line line() {
        return left.isEmpty() ? null : left.get(0);
    }

    Round next() {
        return new Round(claim, recipient, lineup, left.subList(1, left.size()), refusal);
    }

    Round refused(Reason reason) {
        return new Round(claim, recipient, lineup, left.subList(1, left.size()), reason);
    }

    Round only(Set<Long> deliveries) {
        return new Round(claim.only(deliveries), recipient, lineup, left, refusal);
    }

    /** What comes when no gateway is left to ask. */
    Respite respite(Instant now, Backoff backoff) {
        if (refusal == null) {
            return Respite.unasked(lineup.readyAt(now));
        }
        if (refusal == Reason.THROTTLED) {
            return Respite.refused(lineup.readyAt(now), refusal);
        }
        int tries = claim.deliveries().stream().mapToInt(Planned::tries).min().orElse(0);
        return Respite.refused(now.plus(backoff.after(tries + 1)), refusal);
    }
}
