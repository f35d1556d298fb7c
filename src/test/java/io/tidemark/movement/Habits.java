package io.tidemark.movement;

/**
 * How often the clients of {@link RandomMovements} do what is not a small everyday payment, in a thousand movements.
 *
 * @param competitorOutflows large money to a competitor; some bring a second one within minutes
 * @param swings large money from or to elsewhere, towards another level around the client's own
 * @param transfers between own accounts
 * @param lateBookings booked up to ten days ago
 * @param gaps the ledger skips some sequences, and a balance with them
 * @param repeats a recent record is sent again
 * @param malformed no movement at all
 * @param settles whether each transfer's second leg follows within seconds; otherwise some come at the grace, after it,
 *     or never
 */
public record Habits(
        int competitorOutflows,
        int swings,
        int transfers,
        int lateBookings,
        int gaps,
        int repeats,
        int malformed,
        boolean settles) {

    /** A bank's ordinary day: one or two movements of a hundred raise an alert, and nothing depends on the wall clock. */
    public static final Habits CALM = new Habits(15, 18, 20, 3, 2, 4, 2, true);

    /** Everything at once, for a few clients and a short stream. */
    public static final Habits WILD = new Habits(120, 120, 160, 60, 30, 60, 20, false);
}
