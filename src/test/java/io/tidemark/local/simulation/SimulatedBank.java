package io.tidemark.local.simulation;

import io.tidemark.movement.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The life of a bank's private clients, movement by movement: mostly spending, income and transfers between their own
 * accounts, and every few seconds a {@link Story}. The same seed and the same times make the same movements; it neither
 * looks at a clock nor sends anything.
 */
public final class SimulatedBank {
    /** Long enough ago for a client to have habits, so that unusual spending is unusual. */
    private static final Duration HISTORY = Duration.ofDays(45);

    private static final Duration LAST_LARGE_PAYMENT = Duration.ofDays(20);
    private static final Duration BETWEEN_STORIES = Duration.ofSeconds(7);
    private static final Range LARGE_PAYMENT = new Range(60_000, 150_000);
    private static final Range INTEREST = new Range(1, 300);
    private static final Range AT_THE_LINE = new Range(5_990_000, 6_270_000);

    private final RandomGenerator chance;
    private final Ledger ledger = new Ledger();
    private final List<Customer> customers;
    private final DailyLife dailyLife;
    private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparing(Later::due));
    private final Queue<Story> stories = new ArrayDeque<>(Story.ALL);
    private Instant nextStory = Instant.MIN;

    /** What somebody has begun and will end. */
    record Later(Instant due, Function<Instant, Booking> booking) {}

    public SimulatedBank(long seed, int clients) {
        chance = new SplittableRandom(seed);
        customers = new People(chance).invent(clients);
        dailyLife = new DailyLife(chance, ledger, later::add);
    }

    List<Customer> customers() {
        return customers;
    }

    /** Makes every account known, with a little history; raises nothing. */
    public List<Booking> openings(Instant now) {
        var bookings = new ArrayList<Booking>();
        for (var customer : customers) {
            for (var account : customer.accounts) {
                bookings.add(ledger.book(
                        customer, account, Direction.IN, INTEREST.any(chance), "BATCH", null, now.minus(HISTORY)));
            }
        }
        for (var customer : customers) {
            if (!AT_THE_LINE.contains(customer.assets())) {
                var amount = LARGE_PAYMENT.any(chance);
                bookings.add(ledger.book(
                        customer,
                        customer.richest(),
                        Direction.OUT,
                        amount,
                        "COUNTER",
                        Bank.TIDE,
                        now.minus(LAST_LARGE_PAYMENT)));
            }
        }
        return bookings;
    }

    /** What is booked next; usually one movement. */
    public List<Booking> next(Instant now) {
        if (!later.isEmpty() && !later.peek().due().isAfter(now)) {
            return List.of(later.poll().booking().apply(now));
        }
        if (!nextStory.isAfter(now)) {
            nextStory = now.plus(BETWEEN_STORIES);
            return tell(now);
        }
        return List.of(dailyLife.booking(any(), now));
    }

    /** The next story that suits anybody; with few clients it may suit nobody. */
    private List<Booking> tell(Instant now) {
        for (int tries = stories.size(); tries > 0; tries--) {
            var story = stories.remove();
            stories.add(story);
            var first = chance.nextInt(customers.size());
            for (int i = 0; i < customers.size(); i++) {
                var customer = customers.get((first + i) % customers.size());
                if (story.suits(customer)) {
                    return tell(story, customer, now);
                }
            }
        }
        return List.of(dailyLife.booking(any(), now));
    }

    private List<Booking> tell(Story story, Customer customer, Instant now) {
        var bookings = new ArrayList<Booking>();
        var otherSide = Bank.any(story.otherSide(), chance);
        for (int i = 0; i < story.times(); i++) {
            var amount = story.amount(customer, chance);
            bookings.add(ledger.book(
                    customer, customer.richest(), story.direction(), amount, "MOBILE", otherSide, now.plusMillis(i)));
        }
        return bookings;
    }

    private Customer any() {
        return customers.get(chance.nextInt(customers.size()));
    }
}
