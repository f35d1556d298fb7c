package io.tidemark.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;

/** Records of the topic as a ledger would write them. All names and numbers are invented. */
final class Records {
    private static final byte[] EXAMPLE_KEY = "C-1001".getBytes(UTF_8);

    /** The example of the contract. */
    private static final byte[] EXAMPLE =
            """
            {"movementId":"M-0001","accountId":"6222020200112233445","clientId":"C-1001","sequence":812,
             "bookedAt":"2026-11-22T10:02:31.120+08:00","direction":"OUT","amount":"420000.00","currency":"CNY",
             "balanceAfter":"5840000.00","assetClass":"DEPOSIT","channel":"MOBILE",
             "counterparty":{"bank":"308584000013","name":"…"}}"""
                    .getBytes(UTF_8);

    private static final String[] CHANNELS = {"COUNTER", "MOBILE", "ATM", "BATCH"};
    private static final String[] CLASSES = {"DEPOSIT", "WEALTH", "FUND", "INSURANCE", "METAL"};
    private static final String[] NAMES = {"王小明", "李華", "Zhang San", "Erika Mustermann", "Ωμέγα ΑΕ"};
    private static final String[] CURRENCIES = {"CNY", "CNY", "CNY", "CNY", "USD", "EUR", "JPY", "KWD"};
    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 22, 8, 0);

    private Records() {}

    /** A record with its key. */
    record Keyed(byte[] key, byte[] value) {}

    static Keyed example() {
        return new Keyed(EXAMPLE_KEY, EXAMPLE);
    }

    /** The same ones every time. */
    static Keyed[] mixed(int count) {
        Random random = new Random(20261122);
        Keyed[] records = new Keyed[count];
        for (int i = 0; i < count; i++) {
            String client = "C-" + (1000 + random.nextInt(300));
            records[i] = new Keyed(client.getBytes(UTF_8), value(random, client, i).getBytes(UTF_8));
        }
        return records;
    }

    private static String value(Random random, String client, int i) {
        String currency = oneOf(random, CURRENCIES);
        StringBuilder json = new StringBuilder(400);
        json.append("{\"movementId\":\"M-").append(1_000_000 + i);
        json.append("\",\"accountId\":\"62220202").append(10_000_000_000L + random.nextInt(1000));
        json.append("\",\"clientId\":\"").append(client);
        json.append("\",\"sequence\":").append(random.nextInt(20_000));
        json.append(",\"bookedAt\":\"").append(time(random, i));
        json.append("\",\"direction\":\"").append(random.nextBoolean() ? "IN" : "OUT");
        json.append("\",\"amount\":").append(decimal(random, currency, 6, 10));
        json.append(",\"currency\":\"").append(currency);
        json.append("\",\"balanceAfter\":").append(decimal(random, currency, 7, 10));
        appendOptional(random, json);
        return json.append('}').toString();
    }

    private static void appendOptional(Random random, StringBuilder json) {
        if (random.nextInt(10) < 8) {
            json.append(",\"assetClass\":\"").append(oneOf(random, CLASSES)).append('"');
        }
        if (random.nextInt(10) < 8) {
            json.append(",\"channel\":\"").append(oneOf(random, CHANNELS)).append('"');
        }
        if (random.nextInt(10) < 6) {
            json.append(",\"counterparty\":{\"bank\":\"").append(308_584_000_000L + random.nextInt(40));
            json.append("\",\"account\":\"A").append(random.nextInt(1_000_000_000));
            json.append("\",\"name\":\"").append(oneOf(random, NAMES)).append("\"}");
        }
        if (random.nextInt(10) < 1) {
            json.append(",\"transferId\":\"T-").append(random.nextInt(1_000_000)).append('"');
        }
    }

    private static String time(Random random, int i) {
        LocalDateTime time = START.plusSeconds(i * 7L).plusNanos(random.nextInt(1000) * 1_000_000L);
        return time.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT))
                + (random.nextInt(10) < 8 ? "+08:00" : "Z");
    }

    /** Most ledgers write a string, one in ten a number. */
    private static String decimal(Random random, String currency, int fewestDigits, int mostDigits) {
        StringBuilder digits = new StringBuilder();
        digits.append(1 + random.nextInt(9));
        for (int i = 1 + random.nextInt(mostDigits - fewestDigits) + fewestDigits - 1; i > 1; i--) {
            digits.append(random.nextInt(10));
        }
        int fraction = currency.equals("JPY") ? 0 : currency.equals("KWD") ? 3 : 2;
        if (fraction > 0) {
            digits.insert(digits.length() - fraction, '.');
        }
        return random.nextInt(10) < 9 ? "\"" + digits + "\"" : digits.toString();
    }

    private static String oneOf(Random random, String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
