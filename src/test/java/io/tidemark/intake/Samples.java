package io.tidemark.intake;

import io.tidemark.alert.Alerts;
import io.tidemark.alert.ClientCard;
import io.tidemark.alert.Detection;
import io.tidemark.alert.Directory;
import io.tidemark.app.PolicyDocument;
import io.tidemark.bank.AccountId;
import io.tidemark.bank.BankCode;
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
import io.tidemark.movement.BookingTime;
import io.tidemark.movement.Direction;
import io.tidemark.movement.Movement;
import io.tidemark.movement.MovementDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fall into the critical band, as a movement, a record, a state, a detection. */
public final class Samples {
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Instant BOOKED = Instant.parse("2026-03-02T02:00:00Z");

    public static final Directory NOBODY_KNOWN = new Directory() {
        @Override
        public ClientCard client(ClientId client) {
            return ClientCard.UNKNOWN;
        }

        @Override
        public @Nullable String bankName(BankCode bank) {
            return null;
        }
    };

    private final Policy policy = PolicyDocument.DEFAULT.toPolicy(1);
    private final Alerts alerts = new Alerts(NOBODY_KNOWN);

    public Detector detector() {
        return new Detector(Policies.always(policy), new Rates(CNY, Map.of()));
    }

    public Rules rules() {
        return new Rules(new MovementDecoder(), detector(), alerts, Duration.ofDays(1));
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
                620_000_000,
                580_000_000,
                false,
                List.of(finding),
                Map.of());
        return alerts.detection(partition.topic(), partition.number(), judgement, BOOKED);
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
}
