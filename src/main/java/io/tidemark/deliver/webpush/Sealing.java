package io.tidemark.deliver.webpush;

import com.interaso.webpush.VapidKeys;
import com.interaso.webpush.WebPush;
import io.tidemark.deliver.webpush.Subscription.Browser;
import io.tidemark.startup.StartupProblem;
import io.tidemark.web.OutboundRequest;
import io.tidemark.web.OutboundRequest.Bytes;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** Makes of a note the request that a push service takes: sealed for the browser (RFC 8291), signed by us (RFC 8292). */
final class Sealing {
    private static final Duration SIGNED_FOR = Duration.ofHours(12);

    private final WebPush webPush;
    private final WebPushProperties properties;
    private final Clock clock;

    /** @throws StartupProblem if the keys are no pair */
    Sealing(WebPushProperties.Vapid vapid, WebPushProperties properties, Clock clock) {
        this.webPush = new WebPush(vapid.subject(), pair(vapid));
        this.properties = properties;
        this.clock = clock;
    }

    private static VapidKeys pair(WebPushProperties.Vapid vapid) {
        try {
            return VapidKeys.fromUncompressedBytes(vapid.publicKey(), vapid.privateKey());
        } catch (RuntimeException noPair) {
            throw new StartupProblem(
                    "tidemark.deliver.web-push.vapid has keys that don't belong together.",
                    "Set the public and the private key of one pair.",
                    noPair);
        }
    }

    /** In base64url, as browsers take it. */
    String publicKey() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(webPush.getVapidKeys().getApplicationServerKey());
    }

    /** Takes a millisecond or two of computing. The signature's term is real time, as push services look at theirs. */
    OutboundRequest seal(Note note, Browser browser) {
        String endpoint = browser.endpoint().toString();
        Map<String, String> headers = webPush.getHeadersWithToken(
                webPush.getToken(webPush.getAudience(endpoint), Math.toIntExact(SIGNED_FOR.toSeconds())),
                ttl(note),
                topic(note.reference()),
                note.urgency());
        byte[] body = webPush.getBody(
                note.json(), browser.keys().point(), browser.keys().secret());
        return new OutboundRequest(HttpMethod.POST, browser.endpoint(), headers, new Bytes(body), properties.timeout());
    }

    private int ttl(Note note) {
        Duration useful = Duration.between(clock.instant(), note.expiresAt());
        Duration shorter = useful.compareTo(properties.ttl()) < 0 ? useful : properties.ttl();
        return Math.toIntExact(Math.max(0, shorter.toSeconds()));
    }

    /** A newer message of the same topic takes the place of one that still waits; null if no topic can be made of it. */
    private static @Nullable String topic(String reference) {
        return reference.matches("[A-Za-z0-9_-]{1,32}") ? reference : null;
    }
}
