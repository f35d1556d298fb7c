package io.tidemark.detect;

import java.util.Arrays;
import java.util.List;

/**
 * What the outflow rules remember of a client: each outflow to a competitor, the total of each day's outflows to
 * anywhere, and which windows have fired. Immutable and packed, because a bank has millions of clients.
 */
public final class History {
    static final History NONE = new History(new long[0], new int[0], new long[0], new String[0]);

    /** Pairs of event time and amount in the order read; the amount is negative if a not-suppressed finding was made. */
    private final long[] outflows;
    /** Local dates in order … */
    private final int[] days;
    /** … and the total of each, negative if the abnormal rule has spoken on it. */
    private final long[] totals;

    private final String[] disarmed;

    private History(long[] outflows, int[] days, long[] totals, String[] disarmed) {
        this.outflows = outflows;
        this.days = days;
        this.totals = totals;
        this.disarmed = disarmed;
    }

    static History of(long[] outflows, int[] days, long[] totals, String[] disarmed) {
        return outflows.length + days.length + disarmed.length == 0
                ? NONE
                : new History(outflows, days, totals, disarmed);
    }

    long[] outflows() {
        return outflows.clone();
    }

    int[] days() {
        return days.clone();
    }

    long[] totals() {
        return totals.clone();
    }

    String[] disarmed() {
        return disarmed.clone();
    }

    /** The outflows to competitors booked in (after, upTo]. */
    long outflowsBetween(long afterNanos, long upToNanos) {
        long sum = 0;
        for (int i = 0; i < outflows.length; i += 2) {
            if (outflows[i] > afterNanos && outflows[i] <= upToNanos) {
                sum = Math.addExact(sum, Math.abs(outflows[i + 1]));
            }
        }
        return sum;
    }

    /** The largest not-suppressed outflow booked at or after the given time, or 0. */
    long largestFoundSince(long fromNanos) {
        long largest = 0;
        for (int i = 0; i < outflows.length; i += 2) {
            if (outflows[i] >= fromNanos) {
                largest = Math.max(largest, -outflows[i + 1]);
            }
        }
        return largest;
    }

    /**
     * One more outflow to a competitor; those booked before {@code keepFromNanos} are forgotten.
     *
     * @param found whether it made a not-suppressed finding
     */
    History withOutflow(long bookedAtNanos, long amount, boolean found, long keepFromNanos) {
        long[] kept = new long[outflows.length + 2];
        int length = 0;
        for (int i = 0; i < outflows.length; i += 2) {
            if (outflows[i] >= keepFromNanos) {
                kept[length++] = outflows[i];
                kept[length++] = outflows[i + 1];
            }
        }
        kept[length++] = bookedAtNanos;
        kept[length++] = found ? -amount : amount;
        return new History(length == kept.length ? kept : Arrays.copyOf(kept, length), days, totals, disarmed);
    }

    boolean isArmed(Window window) {
        return !List.of(disarmed).contains(window.name());
    }

    History withArmed(Window window, boolean armed) {
        if (armed == isArmed(window)) {
            return this;
        }
        String[] changed = armed
                ? Arrays.stream(disarmed)
                        .filter(name -> !name.equals(window.name()))
                        .toArray(String[]::new)
                : Arrays.copyOf(disarmed, disarmed.length + 1);
        if (!armed) {
            changed[disarmed.length] = window.name();
        }
        return new History(outflows, days, totals, changed);
    }

    /** The total of the day's outflows to anywhere. */
    long totalOn(int day) {
        int index = Arrays.binarySearch(days, day);
        return index < 0 ? 0 : Math.abs(totals[index]);
    }

    /** Whether the abnormal rule has spoken on that day. */
    boolean isAbnormal(int day) {
        int index = Arrays.binarySearch(days, day);
        return index >= 0 && totals[index] < 0;
    }

    /** The largest daily total in [from, before), or 0. */
    long largestDay(int from, int before) {
        long largest = 0;
        for (int i = 0; i < days.length; i++) {
            if (days[i] >= from && days[i] < before) {
                largest = Math.max(largest, Math.abs(totals[i]));
            }
        }
        return largest;
    }

    /** The day's total becomes this; days before {@code keepFrom} are forgotten when a new day begins. */
    History withDay(int day, long total, boolean abnormal, int keepFrom) {
        long marked = abnormal ? -total : total;
        int index = Arrays.binarySearch(days, day);
        if (index >= 0) {
            long[] changed = totals.clone();
            changed[index] = marked;
            return new History(outflows, days, changed, disarmed);
        }
        int at = -index - 1;
        int first = Math.min(at, firstFrom(keepFrom));
        int size = days.length - first + 1;
        int[] moreDays = new int[size];
        long[] moreTotals = new long[size];
        System.arraycopy(days, first, moreDays, 0, at - first);
        System.arraycopy(totals, first, moreTotals, 0, at - first);
        moreDays[at - first] = day;
        moreTotals[at - first] = marked;
        System.arraycopy(days, at, moreDays, at - first + 1, days.length - at);
        System.arraycopy(totals, at, moreTotals, at - first + 1, days.length - at);
        return new History(outflows, moreDays, moreTotals, disarmed);
    }

    private int firstFrom(int keepFrom) {
        int index = Arrays.binarySearch(days, keepFrom);
        return index >= 0 ? index : -index - 1;
    }
}
