package io.tidemark.deliver.httpsms;

import io.tidemark.deliver.httpsms.HttpSmsProperties.Callbacks;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Whether receipts come from the provider and are of now: HMAC-SHA256 in hex over timestamp, full stop and body. */
final class ReceiptSignature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int SECONDS_DIGITS = 10;

    private final SecretKeySpec secret;
    private final String signatureHeader;
    private final String timestampHeader;
    private final Clock clock;

    ReceiptSignature(Callbacks callback, Clock clock) {
        this.secret = new SecretKeySpec(callback.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.signatureHeader = callback.signatureHeader();
        this.timestampHeader = callback.timestampHeader();
        this.clock = clock;
    }

    boolean holds(HttpHeaders headers, byte[] body) {
        String timestamp = headers.getFirst(timestampHeader);
        byte[] given = given(headers.getFirst(signatureHeader));
        return timestamp != null
                && given != null
                && MessageDigest.isEqual(expected(timestamp, body), given)
                && isOfNow(timestamp);
    }

    private byte @Nullable [] given(@Nullable String signature) {
        String hex = signature == null ? "" : signature.replaceFirst("^sha256=", "");
        return hex.matches("[0-9a-fA-F]{64}") ? HexFormat.of().parseHex(hex) : null;
    }

    private byte[] expected(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Seconds since 1970, or milliseconds. */
    private boolean isOfNow(String timestamp) {
        if (!timestamp.matches("[0-9]{10}([0-9]{3})?")) {
            return false;
        }
        long number = Long.parseLong(timestamp);
        Instant said =
                timestamp.length() == SECONDS_DIGITS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        return Duration.between(said, clock.instant()).abs().compareTo(WINDOW) <= 0;
    }
}
