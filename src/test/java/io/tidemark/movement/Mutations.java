package io.tidemark.movement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Records with something wrong, or just odd, about them; the same ones for the same seed. */
final class Mutations {
    private static final String[] VALUES = {
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1",
        "-1",
        "01",
        "1.",
        "1.0",
        "1.00",
        "1.000",
        "-1.50",
        "1e2",
        "1.5e1",
        "1E-2",
        "1e-3",
        "0e-9",
        "1e17",
        "1e400",
        "12345678901234567890",
        "92233720368547758.07",
        "92233720368547758.08",
        "\"\"",
        "\"1\"",
        "\"1.50\"",
        "\"1.\"",
        "\".5\"",
        "\"+1\"",
        "\"1e2\"",
        "\"-1\"",
        "\"007.10\"",
        "\"92233720368547758.07\"",
        "\"92233720368547758.08\"",
        "\"IN\"",
        "\"OUT\"",
        "\"in\"",
        "\"CNY\"",
        "\"JPY\"",
        "\"KWD\"",
        "\"USD\"",
        "\"XAU\"",
        "\"ZZZ\"",
        "\"2024-02-29T23:59:59Z\"",
        "\"2023-02-29T00:00:00Z\"",
        "\"2026-11-22t10:02:31.1234567891+08:00\"",
        "\"1677-09-21T00:12:43.145224192Z\"",
        "\"2262-04-11T23:47:16.854775808Z\"",
        "\"2026-11-22 10:02:31Z\"",
        "\"2026-11-22T10:02:31\"",
        "\"2026-11-22T10:02:31.5-23:59\"",
        "\"C-\\u0031001\"",
        "\"é\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\u0000\"",
        "\"\\n\\t\\\"\"",
        "\"" + "x".repeat(64) + "\"",
        "\"" + "x".repeat(65) + "\"",
        "{}",
        "[]",
        "[1,\"a\",{\"b\":null}]",
        "{\"bank\":\"308584000013\"}",
        "{\"bank\":\"\"}",
        "{\"bank\":1}",
        "{\"name\":\"王\",\"bank\":null}",
        "{\"bank\":\"a\",\"\\u0062ank\":\"b\"}",
        "{\"account\":false}"
    };

    private static final String[] NAMES = {
        "movementId",
        "accountId",
        "clientId",
        "sequence",
        "bookedAt",
        "direction",
        "amount",
        "currency",
        "balanceAfter",
        "assetClass",
        "channel",
        "counterparty",
        "transferId",
        "bank",
        "extra",
        "\\u0061mount",
        "Amount",
        "amoun",
        ""
    };

    private static final byte[] TELLING = "{}[]\",:\\/ \t\n\r0123456789+-.eEtfnu".getBytes(UTF_8);

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    byte[] of(String record) {
        byte[] mutated = record.getBytes(UTF_8);
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            mutated = once(mutated);
        }
        return mutated;
    }

    private byte[] once(byte[] record) {
        return switch (random.nextInt(10)) {
            case 0 -> withBitFlipped(record);
            case 1 -> Arrays.copyOf(record, random.nextInt(record.length + 1));
            case 2 -> spliced(record, 0, new byte[] {(byte) random.nextInt(256)});
            case 3 -> spliced(record, 0, new byte[] {TELLING[random.nextInt(TELLING.length)]});
            case 4 -> spliced(record, 1 + random.nextInt(3), new byte[0]);
            default -> withOtherMember(record);
        };
    }

    private byte[] withBitFlipped(byte[] record) {
        byte[] flipped = record.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] spliced(byte[] record, int cut, byte[] in) {
        int at = random.nextInt(record.length + 1);
        ByteArrayOutputStream spliced = new ByteArrayOutputStream();
        spliced.write(record, 0, at);
        spliced.writeBytes(in);
        int rest = Math.min(record.length, at + cut);
        spliced.write(record, rest, record.length - rest);
        return spliced.toByteArray();
    }

    /** One more member at the end: a new one, or one that replaces what stood before. */
    private byte[] withOtherMember(byte[] record) {
        String text = new String(record, UTF_8);
        int end = text.lastIndexOf('}');
        String member = ",\"" + NAMES[random.nextInt(NAMES.length)] + "\":" + VALUES[random.nextInt(VALUES.length)];
        return end < 0 ? record : (text.substring(0, end) + member + text.substring(end)).getBytes(UTF_8);
    }
}
