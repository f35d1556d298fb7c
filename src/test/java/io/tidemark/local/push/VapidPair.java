package io.tidemark.local.push;

import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Map;

/** A fresh pair of keys by which push services know a sender; for as long as the local stack, or a test, lives. */
public record VapidPair(String publicKey, String privateKey) {
    public static final String SUBJECT = "mailto:operations@bank.example";

    public static VapidPair generate() {
        KeyPair pair = P256.generate();
        return new VapidPair(
                P256.base64(P256.bytes((ECPublicKey) pair.getPublic())),
                P256.base64(P256.bytes((ECPrivateKey) pair.getPrivate())));
    }

    /** What the service must be told to push with it. */
    public Map<String, String> settings() {
        return Map.of(
                "tidemark.deliver.web-push.vapid.public-key", publicKey,
                "tidemark.deliver.web-push.vapid.private-key", privateKey,
                "tidemark.deliver.web-push.vapid.subject", SUBJECT);
    }

    /** Prints a pair as settings, for a service that is to keep it. */
    public static void main(String[] arguments) {
        generate().settings().forEach((name, value) -> System.out.println(name + "=" + value));
    }

    @Override
    public String toString() {
        return publicKey;
    }
}
