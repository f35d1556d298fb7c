package io.tidemark.local.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** Keys of the curve P-256 in the forms in which browsers write them, by the JDK alone. */
final class P256 {
    private static final String CURVE = "secp256r1";

    private P256() {}

    static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static byte[] bytes(ECPublicKey key) {
        byte[] bytes = new byte[65];
        bytes[0] = 4;
        System.arraycopy(unsigned(key.getW().getAffineX()), 0, bytes, 1, 32);
        System.arraycopy(unsigned(key.getW().getAffineY()), 0, bytes, 33, 32);
        return bytes;
    }

    static byte[] bytes(ECPrivateKey key) {
        return unsigned(key.getS());
    }

    static ECPublicKey publicKey(byte[] bytes) throws GeneralSecurityException {
        ECPoint point = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(bytes, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(bytes, 33, 65)));
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve()));
    }

    static ECPrivateKey privateKey(byte[] bytes) throws GeneralSecurityException {
        return (ECPrivateKey)
                KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(new BigInteger(1, bytes), curve()));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] decoded(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    private static ECParameterSpec curve() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(CURVE));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] signed = number.toByteArray();
        byte[] bytes = new byte[32];
        int length = Math.min(32, signed.length);
        System.arraycopy(signed, signed.length - length, bytes, 32 - length, length);
        return bytes;
    }
}
