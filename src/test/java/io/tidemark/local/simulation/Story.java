package io.tidemark.local.simulation;

import static io.tidemark.local.simulation.Story.Standing.ANY;
import static io.tidemark.local.simulation.Story.Standing.FALLEN;
import static io.tidemark.local.simulation.Story.Standing.SOUND;

import io.tidemark.local.simulation.Bank.Kind;
import io.tidemark.movement.Direction;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What happens to a client for a banker to hear of.
 *
 * @param whom to what kind of client
 * @param sum of each movement
 * @param times how many movements
 */
record Story(Whom whom, Direction direction, Kind otherSide, Sum sum, int times) {

    /** Told in turn, so that every rule has its say; those that bring money keep the bank from running empty. */
    static final List<Story> ALL = List.of(
            // CRITICAL_BAND
            new Story(whom(6_150_000, 7_200_000, SOUND), Direction.OUT, Kind.OWN, until(5_300_000, 5_950_000), 1),
            // COMPETITOR_OUTFLOW
            new Story(whom(6_900_000, 11_000_000, ANY), Direction.OUT, Kind.COMPETITOR, of(500_000, 800_000), 1),
            // BAND_WORSENED
            new Story(whom(5_350_000, 5_990_000, FALLEN), Direction.OUT, Kind.OWN, of(255_000, 330_000), 1),
            // NEAR_LINE
            new Story(whom(6_210_000, 6_700_000, SOUND), Direction.OUT, Kind.OWN, until(6_005_000, 6_090_000), 1),
            // RECOVERED
            new Story(
                    whom(4_000_000, 6_000_000, FALLEN), Direction.IN, Kind.COMPETITOR, until(6_060_000, 6_800_000), 1),
            // CUMULATIVE_OUTFLOW, each slice too small for COMPETITOR_OUTFLOW
            new Story(whom(8_400_000, 11_000_000, ANY), Direction.OUT, Kind.COMPETITOR, of(336_000, 360_000), 3),
            // ABNORMAL_OUTFLOW
            new Story(whom(6_900_000, 11_000_000, ANY), Direction.OUT, Kind.NOT_COMPETITOR, of(320_000, 460_000), 1),
            // QUALIFIED
            new Story(whom(5_400_000, 6_000_000, SOUND), Direction.IN, Kind.OWN, until(6_020_000, 6_900_000), 1),
            // TIER_LOST
            new Story(whom(5_050_000, 6_900_000, ANY), Direction.OUT, Kind.OWN, until(4_300_000, 4_950_000), 1),
            // COMPETITOR_OUTFLOW of more than half of everything, and TIER_LOST
            new Story(
                    whom(6_500_000, 8_000_000, SOUND), Direction.OUT, Kind.COMPETITOR, until(2_600_000, 3_100_000), 1),
            new Story(whom(2_000_000, 7_500_000, ANY), Direction.IN, Kind.COMPETITOR, until(7_600_000, 9_500_000), 1));

    /** Below the line for a while already, or not. */
    enum Standing {
        SOUND,
        FALLEN,
        ANY
    }

    /** Clients with assets in the range. */
    record Whom(Range assets, Standing standing) {
        boolean includes(Customer customer) {
            return assets.contains(customer.assets())
                    && (standing == ANY || customer.hasFallen() == (standing == FALLEN));
        }
    }

    /** So much money, or as much as leads to assets in the range. */
    record Sum(Range range, boolean target) {}

    private static Whom whom(long from, long to, Standing standing) {
        return new Whom(new Range(from, to), standing);
    }

    private static Sum of(long from, long to) {
        return new Sum(new Range(from, to), false);
    }

    private static Sum until(long from, long to) {
        return new Sum(new Range(from, to), true);
    }

    boolean suits(Customer customer) {
        return whom.includes(customer);
    }

    /** In fen. */
    long amount(Customer customer, RandomGenerator chance) {
        var value = sum.range().any(chance);
        return sum.target() ? Math.abs(customer.assets() - value) : value;
    }
}
