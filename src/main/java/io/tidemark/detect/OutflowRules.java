package io.tidemark.detect;

import io.tidemark.bank.Banks;
import io.tidemark.movement.Movement;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that speak of money leaving: 4 to 6 of {@code RULES.md}. Each remembers what it must even when it does not
 * judge, as outflows count whether or not the client was watched then.
 */
final class OutflowRules {
    private final Policy policy;
    private final Banks banks;
    private final Reach reach;

    OutflowRules(Policy policy, Banks banks, Reach reach) {
        this.policy = policy;
        this.banks = banks;
        this.reach = reach;
    }

    /**
     * Judges and remembers one outflow.
     *
     * @param out OUT, no leg of an own transfer, booked no more than the lateness behind the client's latest
     * @param amount in minor units of the base currency
     * @param before the client's assets before it
     * @param earliestNanos and {@code latestNanos} of the client's movements, this one included
     */
    Outcome inspect(Movement out, long amount, long before, History history, long earliestNanos, long latestNanos) {
        List<Finding> findings = new ArrayList<>(2);
        boolean watched = before >= policy.watchFloor();
        long oldestJudged = Times.minus(latestNanos, reach.latenessNanos());
        History after = history;
        if (policy.isCompetitor(out.counterpartyBank(), banks)) {
            boolean found = watched && competitorOutflow(out, amount, before, after, findings);
            after = after.withOutflow(
                    out.bookedAtNanos(), amount, found, Times.minus(oldestJudged, reach.outflowNanos()));
            after = cumulativeOutflow(out, watched, after, findings);
        }
        after = abnormalOutflow(out, amount, watched, after, earliestNanos, oldestJudged, findings);
        return new Outcome(after, findings);
    }

    /** Whether a not-suppressed finding was made. */
    private boolean competitorOutflow(Movement out, long amount, long before, History history, List<Finding> findings) {
        OutflowPolicy outflow = policy.outflow();
        if (!outflow.isLarge(amount, before)) {
            return false;
        }
        long cooldownFrom = Times.minus(out.bookedAtNanos(), outflow.cooldown().toNanos());
        boolean suppressed = amount <= history.largestFoundSince(cooldownFrom);
        Finding finding = Rule.COMPETITOR_OUTFLOW.finds("");
        findings.add(new Finding(
                finding.rule(),
                finding.qualifier(),
                outflow.isCritical(amount, before) ? Severity.CRITICAL : finding.severity(),
                suppressed));
        return !suppressed;
    }

    private History cumulativeOutflow(Movement out, boolean watched, History history, List<Finding> findings) {
        History after = history;
        for (Window window : policy.outflow().windows()) {
            long sum = after.outflowsBetween(Times.minus(out.bookedAtNanos(), window.nanos()), out.bookedAtNanos());
            if (sum < window.amount()) {
                after = after.withArmed(window, true);
            } else if (watched && after.isArmed(window)) {
                after = after.withArmed(window, false);
                findings.add(Rule.CUMULATIVE_OUTFLOW.finds(window.name()));
            }
        }
        return after;
    }

    private History abnormalOutflow(
            Movement out,
            long amount,
            boolean watched,
            History history,
            long earliestNanos,
            long oldestJudged,
            List<Finding> findings) {
        AbnormalPolicy abnormal = policy.abnormal();
        LocalDates dates = policy.localDates();
        int day = dates.dayOf(out.bookedAtNanos());
        long total = Math.addExact(history.totalOn(day), amount);
        boolean spoken = history.isAbnormal(day);
        boolean speaks = watched
                && !spoken
                && total >= abnormal.minimum()
                && abnormal.exceeds(total, history.largestDay(day - abnormal.lookBackDays(), day))
                && dates.dayOf(earliestNanos) <= day - abnormal.minimumHistoryDays();
        if (speaks) {
            findings.add(Rule.ABNORMAL_OUTFLOW.finds(""));
        }
        return history.withDay(day, total, spoken || speaks, dates.dayOf(oldestJudged) - reach.days());
    }

    /** What an outflow means, and what is remembered of it. */
    record Outcome(History history, List<Finding> findings) {}
}
