package io.tidemark.detect;

import io.tidemark.assets.Accounts;
import io.tidemark.assets.LineStates;
import io.tidemark.assets.Transfer;
import io.tidemark.assets.Transfers;
import io.tidemark.bank.Banks;
import io.tidemark.bank.Rates;
import io.tidemark.movement.Movement;
import java.util.ArrayList;
import java.util.List;

/**
 * The fold: state and movement in, state and findings out, exactly as {@code RULES.md} says. Knows no clock: wall-clock
 * times come in with the movement. An {@link ArithmeticException} means that a value does not fit a long of minor units
 * and {@link Rates.NoRate} that the currency has no rate; the movement is malformed then and the state unchanged.
 */
public final class Detector {
    private final Policies policies;
    private final Versions<Banks> banks;
    private final Versions<Rates> rates;
    private final Reach reach;

    /** @param rates into the policies' base currency */
    public Detector(Policies policies, Versions<Banks> banks, Versions<Rates> rates) {
        this.policies = policies;
        this.banks = banks;
        this.rates = rates;
        this.reach = policies.reach();
    }

    /**
     * Applies one movement.
     *
     * @param offset of the movement's record, kept for what it opens
     * @param readAtMillis wall clock when it was read, from which a leg's grace is counted
     */
    public Verdict judge(ClientState state, Movement movement, long offset, long readAtMillis) {
        Accounts accounts = state.accounts();
        int account = accounts.find(movement.account());
        Rates inForce = rates.inForceAt(movement.bookedAtNanos());
        long value = inForce.toBase(movement.balanceAfter(), movement.currency());
        long amount = inForce.toBase(movement.amount(), movement.currency());
        if (account != Accounts.UNKNOWN && movement.sequence() <= accounts.sequence(account)) {
            return new Verdict(state, List.of());
        }
        List<Judgement> judgements = new ArrayList<>(0);
        ClientState settled = expireBefore(movement, state, judgements);
        ClientState after =
                apply(new Arrival(movement, offset, readAtMillis, account, value, amount), settled, judgements);
        return new Verdict(after, judgements);
    }

    /** Lets the legs leave transit whose grace has passed by the wall clock. */
    public Verdict expire(ClientState state, long nowMillis) {
        List<Judgement> judgements = new ArrayList<>(0);
        ClientState after = expire(
                state,
                state.transfers()
                        .due(leg -> leg.readAtMillis()
                                        + policyOf(leg).settlingGrace().toMillis()
                                <= nowMillis),
                judgements);
        return new Verdict(after, judgements);
    }

    private ClientState expireBefore(Movement movement, ClientState state, List<Judgement> judgements) {
        if (!state.transfers().anyOpen()) {
            return state;
        }
        List<Transfer.Open> due = state.transfers()
                .due(leg -> Times.plus(
                                leg.leg().bookedAtNanos(),
                                policyOf(leg).settlingGrace().toNanos())
                        < movement.bookedAtNanos());
        return expire(state, due, judgements);
    }

    private ClientState expire(ClientState state, List<Transfer.Open> due, List<Judgement> judgements) {
        ClientState current = state;
        for (Transfer.Open leg : due) {
            current = expire(current, leg, judgements);
        }
        return current;
    }

    private ClientState expire(ClientState state, Transfer.Open leg, List<Judgement> judgements) {
        Policy policy = policyOf(leg);
        long after = Math.subtractExact(state.assets(), leg.amount());
        Step step = new Step(state.assets(), after, leg.leg().bookedAtNanos(), leg.offset(), Cause.LEG_EXPIRED);
        Inspection inspection = new Inspection(policy, banks.inForceAt(leg.leg().bookedAtNanos()), step);
        LineStates lines = inspection.lines(state.lines());
        inspection.judgement(leg.leg(), false).ifPresent(judgements::add);
        return state.with(state.transfers().expired(leg), after, lines);
    }

    private ClientState apply(Arrival arrival, ClientState state, List<Judgement> judgements) {
        Movement movement = arrival.movement();
        Policy policy = policies.inForceAt(movement.bookedAtNanos());
        Banks known = banks.inForceAt(movement.bookedAtNanos());
        boolean seen = arrival.account() != Accounts.UNKNOWN;
        long prior = seen ? state.accounts().value(arrival.account()) : priorValue(movement);
        Transfers transfers = arrival.seenBy(state.transfers());
        long before = seen ? state.assets() : Math.addExact(state.assets(), prior);
        long transit =
                Math.subtractExact(transfers.inTransit(), state.transfers().inTransit());
        long after = Math.addExact(Math.addExact(Math.subtractExact(before, prior), arrival.value()), transit);
        long earliest = Math.min(state.earliestBookedAtNanos(), movement.bookedAtNanos());
        long latest = Math.max(state.latestBookedAtNanos(), movement.bookedAtNanos());

        Step step = new Step(before, after, movement.bookedAtNanos(), arrival.offset(), Cause.ARRIVAL);
        Inspection inspection = new Inspection(policy, known, step);
        LineStates lines = inspection.lines(state.lines());
        long oldestJudged = Times.minus(latest, policy.lateness().toNanos());
        History history = state.history();
        if (movement.isOut() && movement.transfer() == null && !isLate(movement, state, policy)) {
            OutflowRules rules = new OutflowRules(policy, known, reach);
            OutflowRules.Outcome outcome = rules.inspect(movement, arrival.amount(), before, history, earliest, latest);
            history = outcome.history();
            inspection.found(outcome.findings());
        }
        inspection.judgement(movement, arrival.isAfterGap(state.accounts())).ifPresent(judgements::add);
        return new ClientState(
                arrival.bookedIn(state.accounts()),
                transfers.since(oldestJudged),
                after,
                lines,
                history,
                earliest,
                latest);
    }

    /** An account never seen before had what it has now without this movement. */
    private long priorValue(Movement movement) {
        return rates.inForceAt(movement.bookedAtNanos())
                .toBase(Math.subtractExact(movement.balanceAfter(), movement.signedAmount()), movement.currency());
    }

    private static boolean isLate(Movement movement, ClientState before, Policy policy) {
        return movement.bookedAtNanos()
                < Times.minus(before.latestBookedAtNanos(), policy.lateness().toNanos());
    }

    private Policy policyOf(Transfer.Open leg) {
        return policies.inForceAt(leg.leg().bookedAtNanos());
    }
}
