package io.tidemark.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.assets.Line;
import io.tidemark.bank.BankCode;
import io.tidemark.bank.Banks;
import io.tidemark.bank.Rates;
import io.tidemark.detect.AbnormalPolicy;
import io.tidemark.detect.Detector;
import io.tidemark.detect.LocalDates;
import io.tidemark.detect.OutflowPolicy;
import io.tidemark.detect.Policies;
import io.tidemark.detect.Policy;
import io.tidemark.detect.Versions;
import io.tidemark.detect.Window;
import io.tidemark.load.Records.Keyed;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Clients with three accounts each and small everyday movements of theirs, under the default policy: nothing that they
 * do is worth an alert. Two of five movements are outflows, half of them to a competitor.
 */
final class Portfolio {
    private static final int ACCOUNTS = 3;
    private static final long FEN = 100;
    private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration BETWEEN_TWO_OF_A_CLIENT = Duration.ofHours(9);

    private final Random random = new Random(20261122);
    private final int clients;
    private final long[] balances;
    private final int[] sequences;
    private int made;

    Portfolio(int clients) {
        this.clients = clients;
        this.balances = new long[clients * ACCOUNTS];
        this.sequences = new int[clients * ACCOUNTS];
        for (int i = 0; i < balances.length; i++) {
            balances[i] = (2_500_000L + random.nextInt(1_000_000)) * FEN;
        }
    }

    /** What comes next, client after client. */
    Keyed[] next(int count) {
        Keyed[] records = new Keyed[count];
        for (int i = 0; i < count; i++) {
            records[i] = next();
        }
        return records;
    }

    private Keyed next() {
        int client = made % clients;
        int account = client * ACCOUNTS + random.nextInt(ACCOUNTS);
        boolean out = random.nextInt(5) < 2;
        long amount = (1 + random.nextInt(2_000)) * FEN + random.nextInt(100);
        balances[account] += out ? -amount : amount;
        Instant bookedAt = BEGIN.plus(BETWEEN_TWO_OF_A_CLIENT.multipliedBy(made / clients))
                .plusMillis(random.nextInt(1_000_000));
        String bank = random.nextBoolean() ? "308584000013" : "999100000018";
        String id = "C-" + (100_000 + client);
        String json =
                """
                {"movementId":"M-%d","accountId":"6222020200%09d","clientId":"%s","sequence":%d,\
                "bookedAt":"%s","direction":"%s","amount":"%s","currency":"CNY","balanceAfter":"%s",\
                "assetClass":"DEPOSIT","channel":"MOBILE","counterparty":{"bank":"%s","name":"招商银行"}}"""
                        .formatted(
                                1_000_000 + made++,
                                account,
                                id,
                                sequences[account]++,
                                bookedAt.toString().replace("Z", "+00:00"),
                                out ? "OUT" : "IN",
                                BigDecimal.valueOf(amount, 2),
                                BigDecimal.valueOf(balances[account], 2),
                                bank);
        return new Keyed(id.getBytes(UTF_8), json.getBytes(UTF_8));
    }

    static Detector detector() {
        Currency base = Currency.getInstance("CNY");
        return new Detector(
                Policies.always(policy(base)),
                Versions.always(Banks.NONE),
                Versions.always(new Rates(base, Map.of())));
    }

    private static Policy policy(Currency base) {
        return new Policy(
                1,
                List.of(new Line(
                        "PRIVATE",
                        6_000_000 * FEN,
                        1_000_000 * FEN,
                        50_000 * FEN,
                        250_000 * FEN,
                        100_000 * FEN)),
                5_000_000 * FEN,
                new OutflowPolicy(
                        500_000 * FEN,
                        new BigDecimal("0.05"),
                        100_000 * FEN,
                        new BigDecimal("0.50"),
                        Duration.ofMinutes(10),
                        List.of(
                                new Window("PT24H", Duration.ofHours(24), 1_000_000 * FEN),
                                new Window("P7D", Duration.ofDays(7), 2_000_000 * FEN),
                                new Window("P30D", Duration.ofDays(30), 3_000_000 * FEN))),
                new AbnormalPolicy(BigDecimal.valueOf(2), 300_000 * FEN, 90, 30),
                Duration.ofMinutes(2),
                Duration.ofDays(7),
                base,
                new LocalDates(ZoneId.of("Asia/Shanghai")),
                Set.of(new BankCode("999100000018")));
    }
}
