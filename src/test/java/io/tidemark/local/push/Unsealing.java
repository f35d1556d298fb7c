package io.tidemark.local.push;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What a browser does with a push message: RFC 8291 over RFC 8188 over RFC 5869, written from them with the JDK alone. */
final class Unsealing {
    private static final int TAG = 16;

    private Unsealing() {}

    /** @param body salt (16), record size (4), length of the key id (1), the sender's key (65), one record */
    static byte[] open(byte[] body, KeyPair browser, byte[] auth) throws GeneralSecurityException {
        ByteBuffer input = ByteBuffer.wrap(body);
        byte[] salt = take(input, 16);
        int recordSize = input.getInt();
        byte[] sender = take(input, input.get());
        byte[] record = take(input, input.remaining());
        if (sender.length != 65 || record.length > recordSize || record.length <= TAG) {
            throw new GeneralSecurityException("not one record of aes128gcm from a key of P-256");
        }
        byte[] secret = agreed(browser, sender);
        byte[] info =
                joined("WebPush: info\0".getBytes(US_ASCII), P256.bytes((ECPublicKey) browser.getPublic()), sender);
        byte[] keying = expand(hmac(auth, secret), info, 32);
        byte[] pseudoRandom = hmac(salt, keying);
        byte[] key = expand(pseudoRandom, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII), 16);
        byte[] nonce = expand(pseudoRandom, "Content-Encoding: nonce\0".getBytes(US_ASCII), 12);
        return unpadded(decrypted(record, key, nonce));
    }

    private static byte[] agreed(KeyPair browser, byte[] sender) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(browser.getPrivate());
        agreement.doPhase(P256.publicKey(sender), true);
        return agreement.generateSecret();
    }

    private static byte[] decrypted(byte[] record, byte[] key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * 8, nonce));
        return cipher.doFinal(record);
    }

    /** The last record ends with 2 and any number of zeros. */
    private static byte[] unpadded(byte[] padded) throws GeneralSecurityException {
        int end = padded.length - 1;
        while (end >= 0 && padded[end] == 0) {
            end--;
        }
        if (end < 0 || padded[end] != 2) {
            throw new GeneralSecurityException("not the last record");
        }
        return Arrays.copyOf(padded, end);
    }

    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    /** HKDF-Expand for what fits into one block. */
    private static byte[] expand(byte[] pseudoRandom, byte[] info, int length) throws GeneralSecurityException {
        return Arrays.copyOf(hmac(pseudoRandom, joined(info, new byte[] {1})), length);
    }

    private static byte[] take(ByteBuffer input, int length) {
        byte[] bytes = new byte[length];
        input.get(bytes);
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
