package io.tidemark.movement;

import io.tidemark.bank.BankCode;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.MovementId;
import io.tidemark.bank.TransferId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A stream of invented movements over sixty days of 2025: the same for the same seed, in memory that does not grow with
 * its length. The ledgers agree with themselves; the rates and the banks that are no competitors are given here.
 */
public final class RandomMovements implements Iterator<RandomMovements.Entry> {
    public static final Currency BASE = Currency.getInstance("CNY");
    public static final Map<Currency, BigDecimal> RATES = Map.of(
            Currency.getInstance("USD"), new BigDecimal("7.1835"),
            Currency.getInstance("JPY"), new BigDecimal("0.04815"));
    public static final BankCode OWN_BANK = new BankCode("999100000018");
    public static final BankCode TREASURY = new BankCode("011100000005");
    public static final List<BankCode> COMPETITORS =
            List.of(new BankCode("308584000013"), new BankCode("104100000004"), new BankCode("Z2007933000010"));

    private static final Instant BEGIN = Instant.parse("2025-01-06T01:00:00Z");
    private static final Duration LENGTH = Duration.ofDays(60);
    private static final int THOUSAND = 1000;
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long YUAN = 100;

    private final Random random;
    private final Habits habits;
    private final RandomClient[] clients;
    private final int count;
    private final long step;
    private final PriorityQueue<Planned> planned = new PriorityQueue<>();
    private final Entry[] recent = new Entry[64];
    private int emitted;
    private int plans;

    private RandomMovements(long seed, Habits habits, int clients, int count) {
        this.random = new Random(seed);
        this.habits = habits;
        this.count = count;
        this.step = LENGTH.toNanos() / Math.max(count, 1);
        this.clients = new RandomClient[clients];
        for (int i = 0; i < clients; i++) {
            this.clients[i] = new RandomClient(i, random);
        }
    }

    public static RandomMovements calm(long seed, int clients, int count) {
        return new RandomMovements(seed, Habits.CALM, clients, count);
    }

    public static RandomMovements wild(long seed, int clients, int count) {
        return new RandomMovements(seed, Habits.WILD, clients, count);
    }

    /**
     * One record of the topic.
     *
     * @param movement absent if the record is malformed
     */
    public record Entry(ClientId client, @Nullable Movement movement, String json) {
        public byte[] key() {
            return client.value().getBytes(StandardCharsets.UTF_8);
        }

        public byte[] value() {
            return json.getBytes(StandardCharsets.UTF_8);
        }
    }

    @Override
    public boolean hasNext() {
        return emitted < count;
    }

    @Override
    public Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Entry entry = entry();
        recent[emitted++ % recent.length] = entry;
        return entry;
    }

    private Entry entry() {
        // What was planned is kept before the end, so that no transfer of a calm stream stays open.
        Planned due = planned.peek();
        if (due != null && (due.position <= emitted || count - emitted <= planned.size())) {
            planned.remove();
            return booked(due);
        }
        int dice = random.nextInt(THOUSAND);
        if ((dice -= habits.repeats()) < 0) {
            return emitted == 0 ? everyday() : recent[random.nextInt(Math.min(emitted, recent.length))];
        }
        if ((dice -= habits.malformed()) < 0) {
            return malformed();
        }
        if ((dice -= habits.competitorOutflows()) < 0) {
            return competitorOutflow();
        }
        if ((dice -= habits.swings()) < 0) {
            return swing();
        }
        return dice < habits.transfers() ? transfer() : everyday();
    }

    private Entry everyday() {
        RandomClient client = client();
        boolean in = random.nextInt(100) < (client.assets() < client.home ? 60 : 40);
        long amount = YUAN + random.nextInt((int) (random.nextInt(10) == 0 ? 20_000 * YUAN : 1_000 * YUAN));
        return booked(plan(client, client.any(random), in, amount, in ? null : bank(), null));
    }

    /** Often exactly at a threshold of the default policy, or one fen below it. */
    private Entry competitorOutflow() {
        RandomClient client = client();
        long assets = client.assets();
        long amount =
                oneOf(500_000 * YUAN, assets / 20 + 1, 100_000 * YUAN, assets / 2 + 1, 700_000 * YUAN, 90_000 * YUAN);
        long exact = random.nextInt(4) == 0 ? amount - 1 : amount;
        Planned outflow = plan(client, client.account(0), false, Math.max(exact, 1), competitor(), null);
        if (random.nextInt(3) == 0 && isRoomForOneMore()) {
            long second = random.nextBoolean() ? exact : exact / 2 + random.nextInt((int) (200_000 * YUAN));
            later(outflow, oneOf(MINUTE, 10 * MINUTE, 10 * MINUTE + 1), Math.max(second, 1));
        }
        return booked(outflow);
    }

    private boolean isRoomForOneMore() {
        return count - emitted >= planned.size() + 2;
    }

    private void later(Planned outflow, long nanos, long amount) {
        planned.add(new Planned(
                emitted + 1 + random.nextInt(3),
                plans++,
                outflow.client,
                outflow.account,
                Direction.OUT,
                amount,
                outflow.bookedAt + nanos,
                competitor(),
                null));
    }

    private Entry swing() {
        RandomClient client = client();
        long target = client.home + (random.nextInt(3_000) - 2_000) * 1_000L * YUAN;
        long change = target - client.assets();
        RandomClient.Account account = client.account(0);
        BankCode bank = random.nextBoolean() ? TREASURY : OWN_BANK;
        return booked(plan(client, account, change > 0, Math.max(Math.abs(change), 1), bank, null));
    }

    private Entry transfer() {
        RandomClient client = client();
        if (client.accounts() < 2 || !isRoomForOneMore()) {
            return everyday();
        }
        int from = random.nextInt(client.accounts());
        int to = (from + 1) % client.accounts();
        long fen = (10_000 + random.nextInt(990_000)) * YUAN;
        TransferId id = new TransferId("T" + plans++);
        Planned out =
                plan(client, client.account(from), false, client.account(from).units(fen), null, id);
        Planned in = plan(client, client.account(to), true, client.account(to).units(fen), null, id);
        boolean outFirst = random.nextInt(10) < 6;
        Planned first = outFirst ? out : in;
        if (habits.settles() || random.nextInt(5) > 0) {
            planned.add((outFirst ? in : out).after(first, 1 + random.nextInt(5), secondLegAfter()));
        }
        return booked(first);
    }

    private long secondLegAfter() {
        return habits.settles()
                ? random.nextInt(30) * SECOND
                : oneOf(0, SECOND, 2 * MINUTE, 2 * MINUTE + 1, 30 * MINUTE, -MINUTE);
    }

    private Planned plan(
            RandomClient client,
            RandomClient.Account account,
            boolean in,
            long amount,
            @Nullable BankCode bank,
            @Nullable TransferId transfer) {
        Direction direction = in ? Direction.IN : Direction.OUT;
        return new Planned(emitted, plans++, client, account, direction, amount, bookedAt(), bank, transfer);
    }

    private long bookedAt() {
        long now = BookingTime.toNanos(BEGIN) + emitted * step + random.nextInt(1000) * 1_000_000L;
        return random.nextInt(THOUSAND) < habits.lateBookings() ? now - random.nextInt(10 * 24 * 60) * MINUTE : now;
    }

    private Entry booked(Planned plan) {
        RandomClient.Account account = plan.account;
        if (random.nextInt(THOUSAND) < habits.gaps()) {
            account.sequence += random.nextInt(5);
            account.balance += account.units((random.nextInt(200_000) - 100_000) * YUAN);
        }
        account.balance += plan.direction == Direction.IN ? plan.amount : -plan.amount;
        Movement movement = plan.movement(new MovementId("M" + emitted), account.sequence++, account.balance);
        return new Entry(plan.client.id, movement, MovementJson.of(movement));
    }

    private Entry malformed() {
        RandomClient client = client();
        RandomClient.Account account = client.any(random);
        Movement movement = plan(client, account, true, YUAN, null, null)
                .movement(new MovementId("M" + emitted), account.sequence, account.balance);
        String json = MovementJson.of(movement);
        String spoilt =
                switch (random.nextInt(6)) {
                    case 0 -> json.substring(0, json.length() / 2);
                    case 1 -> json.replace("\"amount\":\"", "\"amount\":\"-");
                    case 2 -> json.replace("\"sequence\"", "\"number\"");
                    case 3 -> json.replace("\"bookedAt\":\"2", "\"bookedAt\":\"x");
                    case 4 -> json.replace("\"currency\":\"", "\"currency\":\"?");
                    default -> json.replace("\"clientId\":\"C", "\"clientId\":\"D");
                };
        return new Entry(client.id, null, spoilt);
    }

    private RandomClient client() {
        return clients[random.nextInt(clients.length)];
    }

    private @Nullable BankCode bank() {
        return switch (random.nextInt(4)) {
            case 0 -> competitor();
            case 1 -> OWN_BANK;
            case 2 -> TREASURY;
            default -> null;
        };
    }

    private BankCode competitor() {
        return COMPETITORS.get(random.nextInt(COMPETITORS.size()));
    }

    private long oneOf(long... choices) {
        return choices[random.nextInt(choices.length)];
    }

    static Currency foreign(Random random) {
        return Currency.getInstance(random.nextBoolean() ? "USD" : "JPY");
    }

    static BigDecimal fenPerMinorUnit(Currency currency) {
        return RATES.getOrDefault(currency, BigDecimal.ONE)
                .movePointRight(BASE.getDefaultFractionDigits() - currency.getDefaultFractionDigits());
    }

    /**
     * A movement that is going to be booked.
     *
     * @param position in the stream, at the earliest
     * @param order among those of one position
     */
    private record Planned(
            int position,
            int order,
            RandomClient client,
            RandomClient.Account account,
            Direction direction,
            long amount,
            long bookedAt,
            @Nullable BankCode bank,
            @Nullable TransferId transfer)
            implements Comparable<Planned> {

        Planned after(Planned first, int records, long nanos) {
            return new Planned(
                    first.position + records,
                    order,
                    client,
                    account,
                    direction,
                    amount,
                    first.bookedAt + nanos,
                    bank,
                    transfer);
        }

        Movement movement(MovementId id, long sequence, long balanceAfter) {
            return new Movement(
                    id,
                    account.id,
                    client.id,
                    sequence,
                    bookedAt,
                    direction,
                    amount,
                    account.currency,
                    balanceAfter,
                    bank,
                    transfer);
        }

        @Override
        public int compareTo(Planned other) {
            return position == other.position
                    ? Integer.compare(order, other.order)
                    : Integer.compare(position, other.position);
        }
    }
}
