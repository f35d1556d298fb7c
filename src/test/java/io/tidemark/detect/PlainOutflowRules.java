package io.tidemark.detect;

import io.tidemark.bank.Banks;
import io.tidemark.bank.Rates;
import io.tidemark.movement.BookingTime;
import io.tidemark.movement.Movement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules 4 to 6 of {@code RULES.md} for one client, said again as plainly as can be: every movement ever applied is kept
 * in a list, and everything is computed from the whole list, with dates of {@code java.time} and decimals.
 */
final class PlainOutflowRules {
    private final Policy policy;
    private final Rates rates;
    private final List<Movement> applied = new ArrayList<>();
    private final List<Movement> outflows = new ArrayList<>();
    private final List<Movement> competitorOutflows = new ArrayList<>();
    private final List<Movement> found = new ArrayList<>();
    private final Set<Window> disarmed = new HashSet<>();
    private final Set<LocalDate> abnormal = new HashSet<>();

    PlainOutflowRules(Policy policy, Rates rates) {
        this.policy = policy;
        this.rates = rates;
    }

    /** @param before the client's assets before the movement, which is neither stale nor repeated */
    List<Finding> findings(Movement movement, long before) {
        boolean late = applied.stream()
                .anyMatch(other -> other.bookedAtNanos() - movement.bookedAtNanos()
                        > policy.lateness().toNanos());
        applied.add(movement);
        if (late || !movement.isOut() || movement.transfer() != null) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        boolean watched = before >= policy.watchFloor();
        outflows.add(movement);
        if (policy.isCompetitor(movement.counterpartyBank(), Banks.NONE)) {
            competitorOutflow(movement, before, watched, findings);
            competitorOutflows.add(movement);
            cumulativeOutflow(movement, watched, findings);
        }
        abnormalOutflow(movement, watched, findings);
        return findings;
    }

    private void competitorOutflow(Movement movement, long before, boolean watched, List<Finding> findings) {
        OutflowPolicy outflow = policy.outflow();
        BigDecimal amount = BigDecimal.valueOf(amount(movement));
        BigDecimal assets = BigDecimal.valueOf(before);
        boolean single = amount(movement) >= outflow.single();
        boolean share =
                amount.compareTo(outflow.share().multiply(assets)) >= 0 && amount(movement) >= outflow.shareFloor();
        if (!watched || !(single || share)) {
            return;
        }
        boolean suppressed = found.stream()
                .filter(other -> movement.bookedAtNanos() - other.bookedAtNanos()
                        <= outflow.cooldown().toNanos())
                .anyMatch(other -> amount(other) >= amount(movement));
        boolean critical = amount.compareTo(outflow.criticalShare().multiply(assets)) >= 0;
        findings.add(
                new Finding(Rule.COMPETITOR_OUTFLOW, "", critical ? Severity.CRITICAL : Severity.HIGH, suppressed));
        if (!suppressed) {
            found.add(movement);
        }
    }

    private void cumulativeOutflow(Movement movement, boolean watched, List<Finding> findings) {
        for (Window window : policy.outflow().windows()) {
            long sum = competitorOutflows.stream()
                    .filter(other -> other.bookedAtNanos() <= movement.bookedAtNanos())
                    .filter(other -> other.bookedAtNanos()
                            > movement.bookedAtNanos() - window.length().toNanos())
                    .mapToLong(this::amount)
                    .sum();
            if (sum < window.amount()) {
                disarmed.remove(window);
            } else if (watched && disarmed.add(window)) {
                findings.add(new Finding(Rule.CUMULATIVE_OUTFLOW, window.name(), Severity.HIGH, false));
            }
        }
    }

    private void abnormalOutflow(Movement movement, boolean watched, List<Finding> findings) {
        LocalDate today = date(movement);
        long largest = today.minusDays(policy.abnormal().lookBackDays())
                .datesUntil(today)
                .mapToLong(this::total)
                .max()
                .orElse(0);
        boolean much = total(today) >= policy.abnormal().minimum()
                && BigDecimal.valueOf(total(today))
                                .compareTo(policy.abnormal().factor().multiply(BigDecimal.valueOf(largest)))
                        >= 0;
        LocalDate first =
                applied.stream().map(this::date).min(LocalDate::compareTo).orElseThrow();
        boolean known = !first.isAfter(today.minusDays(policy.abnormal().minimumHistoryDays()));
        if (watched && much && known && abnormal.add(today)) {
            findings.add(new Finding(Rule.ABNORMAL_OUTFLOW, "", Severity.MEDIUM, false));
        }
    }

    private long total(LocalDate date) {
        return outflows.stream()
                .filter(outflow -> date(outflow).equals(date))
                .mapToLong(this::amount)
                .sum();
    }

    private LocalDate date(Movement movement) {
        return BookingTime.toInstant(movement.bookedAtNanos())
                .atZone(policy.localDates().zone())
                .toLocalDate();
    }

    private long amount(Movement movement) {
        return rates.toBase(movement.amount(), movement.currency());
    }
}
