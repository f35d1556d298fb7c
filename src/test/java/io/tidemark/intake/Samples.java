package io.tidemark.intake;

import io.tidemark.alert.Alerts;
import io.tidemark.alert.Detection;
import io.tidemark.app.PolicyDocument;
import io.tidemark.bank.AccountId;
import io.tidemark.bank.Banks;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.MovementId;
import io.tidemark.bank.Rates;
import io.tidemark.detect.Cause;
import io.tidemark.detect.ClientState;
import io.tidemark.detect.Detector;
import io.tidemark.detect.Finding;
import io.tidemark.detect.Judgement;
import io.tidemark.detect.Policies;
import io.tidemark.detect.Policy;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.detect.Versions;
import io.tidemark.movement.BookingTime;
import io.tidemark.movement.Direction;
import io.tidemark.movement.Movement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** A fall into the critical band, as a movement, a record, a state, a detection. */
public final class Samples {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Instant BOOKED = Instant.parse("2026-03-02T02:00:00Z");

    private final Policy policy = PolicyDocument.DEFAULT.toPolicy(1);

    public Detector detector() {
        return new Detector(
                Policies.always(policy), Versions.always(Banks.NONE), Versions.always(new Rates(CNY, Map.of())));
    }

    /** The rules of the default policy with whatever editions are published. */
    public RuleBook ruleBook(Editions editions) {
        return new RuleBook(editions, Policies.always(policy), Duration.ofDays(1));
    }

    /** A client who has fallen from 6,200,000 to 5,800,000. */
    public ClientState fallen(String client) {
        return detector().judge(ClientState.NEW, fall(client, "M-1"), 0, 0).state();
    }

    public Detection detection(Partition partition, long offset, String movement) {
        return detection(partition, offset, movement, new Finding(Rule.CRITICAL_BAND, "PRIVATE", Severity.HIGH, false));
    }

    public Detection suppressed(Partition partition, long offset, String movement) {
        return detection(partition, offset, movement, new Finding(Rule.COMPETITOR_OUTFLOW, "", Severity.HIGH, true));
    }

    /** A record of a client who falls from 6,200,000 to 5,800,000 with this very movement. */
    public static RawRecord falling(long offset, String client) {
        String json = """
                {"movementId":"M-%d","accountId":"A-%s","clientId":"%s","sequence":%d,"bookedAt":"%s","direction":"OUT",
                 "amount":"400000.00","currency":"CNY","balanceAfter":"5800000.00"}""".formatted(offset, client, client, offset, BOOKED);
        return record(offset, client, json);
    }

    public static RawRecord record(long offset, String key, String json) {
        return new RawRecord(
                offset, key.getBytes(StandardCharsets.UTF_8), json.getBytes(StandardCharsets.UTF_8), List.of());
    }

    private Detection detection(Partition partition, long offset, String movement, Finding finding) {
        Judgement judgement = new Judgement(
                fall("C-1", movement),
                offset,
                Cause.ARRIVAL,
                policy,
                Banks.NONE,
                620_000_000,
                580_000_000,
                false,
                List.of(finding),
                Map.of());
        return Alerts.detection(partition.topic(), partition.number(), judgement, BOOKED);
    }

    private static Movement fall(String client, String movement) {
        return new Movement(
                new MovementId(movement),
                new AccountId("A-" + client),
                new ClientId(client),
                1,
                BookingTime.toNanos(BOOKED),
                Direction.OUT,
                40_000_000,
                CNY,
                580_000_000,
                null,
                null);
    }

    /** One dollar comes to an account that had none. */
    static Movement dollar() {
        return new Movement(
                new MovementId("M-1"),
                new AccountId("A-1"),
                new ClientId("C-1"),
                1,
                BookingTime.toNanos(BOOKED),
                Direction.IN,
                100,
                Currency.getInstance("USD"),
                100,
                null,
                null);
    }
}
