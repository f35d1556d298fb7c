package io.tidemark.respond.http;

import io.tidemark.alert.AlertId;
import io.tidemark.bank.ManagerId;
import io.tidemark.respond.Once;
import io.tidemark.web.Refusal;
import io.tidemark.web.Uuids;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * What the head of a request says.
 *
 * @param version of the alert that the caller has seen, from {@code If-Match}
 * @param key from {@code Idempotency-Key}
 */
record AnswerRequest(
        AlertId alert,
        ManagerId actor,
        @Nullable Integer version,
        @Nullable String key) {
    static final String ACTOR = "Tidemark-Actor";
    private static final String KEY = "Idempotency-Key";
    private static final Pattern KEYS = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,126}[\\x21-\\x7E])?");
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

    static AnswerRequest of(String id, ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        readable(headers);
        return new AnswerRequest(
                new AlertId(Uuids.read(id, "That is no alert's id; take the alertId of an alert.")),
                actor(headers),
                version(one(headers, HttpHeaders.IF_MATCH)),
                key(one(headers, KEY)));
    }

    /** The same key, alert, action and body are the same request. */
    @Nullable
    Once once(String action, byte[] body, Instant now) {
        return key == null ? null : new Once(actor, key, alert + "/" + action + "/" + digest(body), now);
    }

    private static void readable(HttpHeaders headers) {
        @Nullable String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        if (type != null && !type.strip().toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON_VALUE)) {
            throw new Refusal(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be JSON; say Content-Type: application/json.");
        }
    }

    private static ManagerId actor(HttpHeaders headers) {
        @Nullable String actor = one(headers, ACTOR);
        if (actor == null) {
            throw Refusal.badRequest("It is not said who acts; send the header " + ACTOR + " with a manager's id.");
        }
        try {
            return new ManagerId(actor);
        } catch (IllegalArgumentException tooLong) {
            throw Refusal.badRequest(ACTOR + " is no manager's id: that has 1 to 64 characters.");
        }
    }

    private static @Nullable Integer version(@Nullable String tag) {
        if (tag == null || tag.equals("*")) {
            return null;
        }
        Matcher matcher = TAG.matcher(tag);
        if (!matcher.matches()) {
            throw Refusal.badRequest("If-Match is no ETag of an alert; send the one it came with, or leave it out.");
        }
        return Integer.valueOf(matcher.group(1));
    }

    private static @Nullable String key(@Nullable String key) {
        if (key != null && !KEYS.matcher(key).matches()) {
            throw Refusal.badRequest(KEY + " must have 1 to 128 printable ASCII characters.");
        }
        return key;
    }

    private static @Nullable String one(HttpHeaders headers, String name) {
        List<String> values = headers.getOrEmpty(name);
        if (values.size() > 1) {
            throw Refusal.badRequest("The header " + name + " is there more than once; send it once.");
        }
        return values.isEmpty() ? null : values.get(0).strip();
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
