package io.tidemark.alert;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** An alert's identity: derived from its origin, never random, so that a replay makes the same alert again. */
public record AlertId(UUID value) {
    private static final String BASE_32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SHORT = 8;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    public static AlertId of(Origin origin) {
        return new AlertId(
                named(origin.topic() + '/' + origin.partition() + '/' + origin.offset() + '/' + origin.cause()));
    }

    /** The same name always gives the same UUID (version 8: 122 bits of its SHA-256). */
    static UUID named(String name) {
        ByteBuffer digest = ByteBuffer.wrap(sha256().digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = (digest.getLong() & ~0xF000L) | VERSION_8;
        long low = (digest.getLong() >>> 2) | VARIANT;
        return new UUID(high, low);
    }

    /**
     * Eight characters that a person can type, for where the whole is too long: 40 bits of the identity in Crockford's
     * base 32. Two alerts of a bank may share one; the newest is meant then.
     */
    public String shortCode() {
        long bits = value.getMostSignificantBits() >>> 24;
        char[] code = new char[SHORT];
        for (int i = SHORT - 1; i >= 0; i--) {
            code[i] = BASE_32.charAt((int) (bits & 31));
            bits >>>= 5;
        }
        return new String(code);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
