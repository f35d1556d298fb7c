package io.tidemark.detect;

import io.tidemark.assets.Episode;
import io.tidemark.bank.AccountId;
import io.tidemark.bank.BankCode;
import io.tidemark.bank.Banks;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.Money;
import io.tidemark.bank.MovementId;
import io.tidemark.bank.Rates;
import io.tidemark.bank.TransferId;
import io.tidemark.movement.BookingTime;
import io.tidemark.movement.Direction;
import io.tidemark.movement.Movement;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client whose story a test tells, movement by movement. What moves money answers what was found, each finding as
 * {@code "RULE qualifier SEVERITY"}, with {@code " suppressed"} after it if it is and {@code "leg: "} before it if it
 * speaks of a leg leaving transit.
 *
 * <p>Times are event time; the wall clock only moves in {@link #waits}.
 */
public final class TestClient {
    public static final Currency CNY = Currency.getInstance("CNY");
    public static final Currency USD = Currency.getInstance("USD");
    public static final Currency JPY = Currency.getInstance("JPY");
    public static final String CMB = "308584000013";

    private static final Rates RATES = new Rates(CNY, Map.of(USD, new BigDecimal("7"), JPY, new BigDecimal("0.0485")));
    private static final Instant BEGIN =
            OffsetDateTime.parse("2025-03-03T10:00:00+08:00").toInstant();

    private final Map<String, Ledger> ledgers = new HashMap<>();
    private final Policies policies;
    private Detector detector;
    private ClientState state = ClientState.NEW;
    private List<Judgement> judgements = List.of();
    private Instant now = BEGIN;
    private long wallClock = 1_000_000;
    private String account = "main";
    private long offset;

    private TestClient(Policies policies, Versions<Banks> banks, Versions<Rates> rates) {
        this.policies = policies;
        this.detector = new Detector(policies, banks, rates);
    }

    public static TestClient standard() {
        return of(TestPolicy.standard());
    }

    public static TestClient of(Policy policy) {
        return of(Policies.always(policy));
    }

    public static TestClient of(Policies policies) {
        return new TestClient(policies, Versions.always(Banks.NONE), Versions.always(RATES));
    }

    /** Under the standard policy. */
    public static TestClient amidst(Versions<Banks> banks) {
        return new TestClient(Policies.always(TestPolicy.standard()), banks, Versions.always(RATES));
    }

    /** Under the standard policy. */
    public static TestClient whoseMoneyIsWorth(Versions<Rates> rates) {
        return new TestClient(Policies.always(TestPolicy.standard()), Versions.always(Banks.NONE), rates);
    }

    /** The balance of the account in use, from a first movement of one minor unit whose findings nobody looks at. */
    public TestClient has(String balance) {
        Ledger ledger = ledger();
        ledger.balance = ledger.minor(balance) - 1;
        move(Direction.IN, 1, null, null);
        return this;
    }

    /** The account that the next movements are on. */
    public TestClient on(String name) {
        account = name;
        return this;
    }

    /** A new account in another currency. */
    public TestClient on(String name, Currency currency) {
        ledgers.put(name, new Ledger(name, currency));
        return on(name);
    }

    public TestClient at(String time) {
        now = OffsetDateTime.parse(time).toInstant();
        return this;
    }

    public TestClient later(String duration) {
        now = now.plus(Duration.parse(duration));
        return this;
    }

    public TestClient earlier(String duration) {
        now = now.minus(Duration.parse(duration));
        return this;
    }

    public List<String> pays(String amount) {
        return move(Direction.OUT, ledger().minor(amount), null, null);
    }

    public List<String> pays(String amount, String bank) {
        return move(Direction.OUT, ledger().minor(amount), bank, null);
    }

    public List<String> gets(String amount) {
        return move(Direction.IN, ledger().minor(amount), null, null);
    }

    /** The OUT leg of an own transfer. */
    public List<String> sends(String transfer, String amount) {
        return move(Direction.OUT, ledger().minor(amount), null, transfer);
    }

    /** The IN leg of an own transfer. */
    public List<String> receives(String transfer, String amount) {
        return move(Direction.IN, ledger().minor(amount), null, transfer);
    }

    /** Wall-clock time goes by, and somebody looks for legs that are due. */
    public List<String> waits(String duration) {
        wallClock += Duration.parse(duration).toMillis();
        return heard(detector.expire(state, wallClock));
    }

    /** The ledger books something that never becomes a movement. */
    public TestClient misses(int movements, String balanceChange) {
        ledger().sequence += movements;
        ledger().balance += ledger().minor(balanceChange);
        return this;
    }

    /** The last movement of the account in use is sent again. */
    public List<String> repeatsTheLastMovement() {
        ledger().sequence--;
        return move(Direction.OUT, 1, null, null);
    }

    /** From now on this is what a unit of USD is worth. */
    public TestClient rateOfTheDollarBecomes(String rate) {
        detector = new Detector(
                policies,
                Versions.always(Banks.NONE),
                Versions.always(new Rates(CNY, Map.of(USD, new BigDecimal(rate)))));
        return this;
    }

    public String assets() {
        return new Money(state.assets(), CNY).decimal();
    }

    public String inTransit() {
        return new Money(state.transfers().inTransit(), CNY).decimal();
    }

    public ClientState state() {
        return state;
    }

    public @Nullable Episode episode(String line) {
        return state.lines().of(line).episode();
    }

    /** Of the last movement. */
    public List<Judgement> judgements() {
        return judgements;
    }

    private List<String> move(Direction direction, long amount, @Nullable String bank, @Nullable String transfer) {
        Ledger ledger = ledger();
        ledger.balance += direction == Direction.IN ? amount : -amount;
        Movement movement = new Movement(
                new MovementId("M" + offset),
                new AccountId(ledger.name),
                new ClientId("C-1001"),
                ledger.sequence++,
                BookingTime.toNanos(now),
                direction,
                amount,
                ledger.currency,
                ledger.balance,
                bank == null ? null : new BankCode(bank),
                transfer == null ? null : new TransferId(transfer));
        return heard(detector.judge(state, movement, offset++, wallClock));
    }

    private List<String> heard(Verdict verdict) {
        state = verdict.state();
        judgements = verdict.judgements();
        List<String> heard = new ArrayList<>();
        for (Judgement judgement : judgements) {
            judgement.findings().forEach(finding -> heard.add(text(judgement, finding)));
        }
        return heard;
    }

    private static String text(Judgement judgement, Finding finding) {
        return (judgement.cause() == Cause.LEG_EXPIRED ? "leg: " : "")
                + finding.rule()
                + (finding.qualifier().isEmpty() ? "" : " " + finding.qualifier())
                + " "
                + finding.severity()
                + (finding.suppressed() ? " suppressed" : "");
    }

    private Ledger ledger() {
        return ledgers.computeIfAbsent(account, name -> new Ledger(name, CNY));
    }

    private static final class Ledger {
        private final String name;
        private final Currency currency;
        private long sequence;
        private long balance;

        Ledger(String name, Currency currency) {
            this.name = name;
            this.currency = currency;
        }

        long minor(String amount) {
            return Money.of(new BigDecimal(amount), currency).minorUnits();
        }
    }
}
