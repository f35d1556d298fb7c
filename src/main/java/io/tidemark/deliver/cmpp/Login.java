package io.tidemark.deliver.cmpp;

import io.tidemark.deliver.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** What opens a connection: the account, and a proof that we know the secret without sending it. */
final class Login {
    /** Of all times in CMPP. */
    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MMddHHmmss", Locale.ROOT).withZone(CHINA);
    private static final byte[] BETWEEN = new byte[9];

    private Login() {}

    static Outbound.Connect at(Instant now, String account, String secret) {
        String time = TIME.format(now);
        return new Outbound.Connect(account, proof(account, secret, time), Integer.parseInt(time));
    }

    private static String proof(String account, String secret, String time) {
        MessageDigest digest = md5();
        digest.update(account.getBytes(StandardCharsets.US_ASCII));
        digest.update(BETWEEN);
        digest.update(secret.getBytes(StandardCharsets.UTF_8));
        digest.update(time.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The protocol asks for it. */
    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException("Every Java has MD5.", none);
        }
    }

    /** @param status other than 0 */
    static Disconnected refused(long status) {
        return switch ((int) status) {
            case 1 -> new Disconnected(Reason.GATEWAY_FAULT, "it does not understand the login");
            case 2 -> new Disconnected(Reason.NOT_ALLOWED, "it does not let this address or account in");
            case 3 -> new Disconnected(Reason.NOT_ALLOWED, "the shared secret is not the one it knows");
            case 4 -> new Disconnected(Reason.NOT_ALLOWED, "it does not speak this version of CMPP");
            default -> new Disconnected(Reason.UNREACHABLE, "it refuses the login with status " + status);
        };
    }
}
