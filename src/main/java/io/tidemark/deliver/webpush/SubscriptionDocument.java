package io.tidemark.deliver.webpush;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tidemark.deliver.webpush.Subscription.Browser;
import io.tidemark.web.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A browser's {@code PushSubscription} as {@code JSON.stringify} writes it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SubscriptionDocument(
        @Nullable String endpoint, @Nullable Keys keys) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String REMEDY = "send JSON.stringify of the browser's PushSubscription.";

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Keys(@Nullable String p256dh, @Nullable String auth) {}

    /** @throws Refusal if it can't be read */
    static SubscriptionDocument read(byte[] body) {
        try {
            SubscriptionDocument read = JSON.readValue(body, SubscriptionDocument.class);
            if (read != null) {
                return read;
            }
        } catch (JacksonException unreadable) {
            throw unreadable();
        }
        throw unreadable();
    }

    /** @throws Refusal if the address is not allowed or the keys are none */
    Browser browser(Endpoints allowed) {
        if (endpoint == null || keys == null || keys.p256dh() == null || keys.auth() == null) {
            throw Refusal.badRequest("endpoint, keys.p256dh or keys.auth is missing; " + REMEDY);
        }
        try {
            return new Browser(allowed.allowed(endpoint), new BrowserKeys(keys.p256dh(), keys.auth()));
        } catch (IllegalArgumentException noKeys) {
            throw Refusal.badRequest("The keys are none of a browser: " + noKeys.getMessage() + "; " + REMEDY);
        }
    }

    /** @throws Refusal if there is none */
    URI address() {
        try {
            return new URI(endpoint == null ? "" : endpoint);
        } catch (URISyntaxException malformed) {
            throw unreadable();
        }
    }

    private static Refusal unreadable() {
        return Refusal.badRequest("The body can't be read; " + REMEDY);
    }
}
