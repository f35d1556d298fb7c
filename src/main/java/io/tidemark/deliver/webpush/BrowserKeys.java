package io.tidemark.deliver.webpush;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;

/**
 * What a browser gives along to encrypt for it, in base64url.
 *
 * @param p256dh its public key: a point of P-256, uncompressed
 * @param auth 16 bytes that only it and we know
 */
record BrowserKeys(String p256dh, String auth) {
    private static final BigInteger P =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
    private static final BigInteger B =
            new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
    private static final BigInteger THREE = BigInteger.valueOf(3);

    BrowserKeys {
        if (!isPoint(decoded(p256dh))) {
            throw new IllegalArgumentException("p256dh is not an uncompressed point of P-256 in base64url");
        }
        if (decoded(auth).length != 16) {
            throw new IllegalArgumentException("auth is not 16 bytes in base64url");
        }
    }

    byte[] point() {
        return decoded(p256dh);
    }

    byte[] secret() {
        return decoded(auth);
    }

    private static byte[] decoded(String value) {
        return Base64.getUrlDecoder().decode(value);
    }

    /** Of a point beside the curve, what is encrypted for it would tell our key; the JDK does not look. */
    private static boolean isPoint(byte[] bytes) {
        if (bytes.length != 65 || bytes[0] != 4) {
            return false;
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(bytes, 1, 33));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(bytes, 33, 65));
        BigInteger right = x.multiply(x).subtract(THREE).multiply(x).add(B).mod(P);
        return x.compareTo(P) < 0 && y.compareTo(P) < 0 && y.multiply(y).mod(P).equals(right);
    }

    @Override
    public String toString() {
        return "a browser's keys";
    }
}
