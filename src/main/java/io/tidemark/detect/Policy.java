package io.tidemark.detect;

import io.tidemark.assets.Line;
import io.tidemark.bank.BankCode;
import io.tidemark.bank.Banks;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of what a bank wants to hear of; {@code RULES.md} says what each key means.
 *
 * @param watchFloor outflow rules watch clients with assets of at least this before the movement
 * @param settlingGrace how long money between a client's own accounts may be in transit
 * @param lateness how far behind the client's latest movement one is still judged by the outflow rules
 * @param notCompetitors the bank's own codes and those of clearing and tax accounts; the banks that were told may add to
 *     them
 */
public record Policy(
        int version,
        List<Line> lines,
        long watchFloor,
        OutflowPolicy outflow,
        AbnormalPolicy abnormal,
        Duration settlingGrace,
        Duration lateness,
        Currency baseCurrency,
        LocalDates localDates,
        Set<BankCode> notCompetitors) {

    public Policy {
        lines = List.copyOf(lines);
        notCompetitors = Set.copyOf(notCompetitors);
        if (settlingGrace.isNegative() || lateness.isNegative()) {
            throw new IllegalArgumentException("the settling grace and the lateness must not be negative");
        }
        if (lines.stream().map(Line::name).distinct().count() < lines.size()) {
            throw new IllegalArgumentException("two lines have the same name");
        }
    }

    /** Every code that neither this nor {@code banks} excepts is a competitor's; no bank is no competitor. */
    boolean isCompetitor(@Nullable BankCode bank, Banks banks) {
        return bank != null && !notCompetitors.contains(bank) && banks.compete(bank);
    }
}
