package io.tidemark.alert;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** An alert's identity: derived from its origin, never random, so that a replay makes the same alert again. */
public record AlertId(UUID value) {
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
