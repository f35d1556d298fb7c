package io.tidemark.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.app.PolicyDocument;
import io.tidemark.bank.Banks;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.Rates;
import io.tidemark.detect.ClientState;
import io.tidemark.detect.Detector;
import io.tidemark.detect.Finding;
import io.tidemark.detect.Judgement;
import io.tidemark.detect.Policies;
import io.tidemark.detect.Policy;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.detect.Versions;
import io.tidemark.movement.Malformed;
import io.tidemark.movement.Movement;
import io.tidemark.movement.MovementDecoder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SimulatedBankTest {
    private static final Instant MORNING = Instant.parse("2026-11-20T01:00:00Z");
    private static final Duration BETWEEN_MOVEMENTS = Duration.ofMillis(250);

    private final SimulatedBank bank = new SimulatedBank(1, 300);
    private final MovementDecoder decoder = new MovementDecoder();
    private final Map<ClientId, ClientState> states = new HashMap<>();
    private Detector detector;
    private Instant now = MORNING;

    @BeforeEach
    void readThePolicyThatTheServiceReads(@TempDir Path directory) throws Exception {
        var file = Path.of(ReferenceFiles.write(directory).get("tidemark.policy.file"));
        Policy policy = new JsonMapper()
                .readValue(Files.readString(file), PolicyDocument.class)
                .toPolicy(1);
        var rates = Map.of(Currency.getInstance("USD"), new BigDecimal("7.18"));
        detector = new Detector(
                Policies.always(policy),
                Versions.always(Banks.NONE),
                Versions.always(new Rates(policy.baseCurrency(), rates)));
    }

    @Test
    void balancesFollowFromMovementsAndSequencesFromEachOther() throws Malformed {
        var last = new HashMap<String, Movement>();
        for (var booking : concat(bank.openings(now), bookingsOf(Duration.ofHours(1)))) {
            var movement = decoded(booking);
            var before = last.put(booking.accountId(), movement);
            if (before != null) {
                assertThat(movement.sequence()).isEqualTo(before.sequence() + 1);
                assertThat(movement.balanceAfter()).isEqualTo(before.balanceAfter() + movement.signedAmount());
            }
        }
        assertThat(last).hasSize(900);
    }

    @Test
    void theSameSeedLivesTheSameLife() {
        var twin = new SimulatedBank(1, 300);

        assertThat(twin.openings(now)).isEqualTo(bank.openings(now));
        for (int i = 0; i < 1_000; i++) {
            now = now.plus(BETWEEN_MOVEMENTS);
            assertThat(twin.next(now)).isEqualTo(bank.next(now));
        }
    }

    @Test
    void openingTheAccountsIsNothingToHearOf() throws Malformed {
        assertThat(judged(bank.openings(now))).isEmpty();
    }

    @Test
    void theFirstAlertComesWithTheFirstSeconds() throws Malformed {
        judged(bank.openings(now));

        assertThat(judged(bookingsOf(Duration.ofSeconds(5)))).isNotEmpty();
    }

    @Test
    void everyRuleLeadsAnAlertWithinTheFirstMinutes() throws Malformed {
        judged(bank.openings(now));

        var leading = judged(bookingsOf(Duration.ofMinutes(5))).stream()
                .map(SimulatedBankTest::leading)
                .map(Finding::rule)
                .toList();

        assertThat(leading).contains(Rule.values());
    }

    @Test
    void afterHoursThereAreStillSomeAlertsAMinuteAndNoFlood() throws Malformed {
        judged(bank.openings(now));
        judged(bookingsOf(Duration.ofHours(4)));

        var alerts = judged(bookingsOf(Duration.ofHours(1)));

        assertThat(alerts.size()).isBetween(3 * 60, 20 * 60);
        assertThat(alerts).anyMatch(alert -> leading(alert).severity() == Severity.CRITICAL);
    }

    private List<Booking> bookingsOf(Duration span) {
        var bookings = new ArrayList<Booking>();
        for (var end = now.plus(span); now.isBefore(end); now = now.plus(BETWEEN_MOVEMENTS)) {
            bookings.addAll(bank.next(now));
        }
        return bookings;
    }

    /** What would become an alert. */
    private List<Judgement> judged(List<Booking> bookings) throws Malformed {
        var alerts = new ArrayList<Judgement>();
        for (var booking : bookings) {
            var movement = decoded(booking);
            var state = states.getOrDefault(movement.client(), ClientState.NEW);
            var verdict = detector.judge(state, movement, 0, 0);
            states.put(movement.client(), verdict.state());
            verdict.judgements().stream()
                    .filter(judgement -> !judgement.findings().stream().allMatch(Finding::suppressed))
                    .forEach(alerts::add);
        }
        return alerts;
    }

    private static Finding leading(Judgement judgement) {
        return judgement.findings().stream()
                .filter(finding -> !finding.suppressed())
                .reduce((one, other) -> other.severity().compareTo(one.severity()) > 0 ? other : one)
                .orElseThrow();
    }

    private Movement decoded(Booking booking) throws Malformed {
        return decoder.decode(booking.clientId().getBytes(StandardCharsets.UTF_8), booking.json());
    }

    private static List<Booking> concat(List<Booking> one, List<Booking> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
