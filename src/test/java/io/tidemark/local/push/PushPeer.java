package io.tidemark.local.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A push service on loopback with the browsers that are subscribed to it. It behaves as it is told, browser by browser. */
public final class PushPeer implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Map<String, Browser> browsers = new ConcurrentHashMap<>();
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.post("/push/{id}", this::take))
            .bindNow(SOON);

    /** What came with a message, and the message as the browser reads it. */
    public record Received(Map<String, String> headers, int bytes, String text) {}

    public enum Mood {
        TAKES(201),
        GONE(410),
        UNKNOWN(404),
        THROTTLES(429),
        TOO_LARGE(413),
        FORBIDS(403),
        FAILS(503),
        REDIRECTS(307),
        DROPS(0),
        NEVER_ANSWERS(0);

        private final int status;

        Mood(int status) {
            this.status = status;
        }
    }

    /** A new browser that is subscribed here. */
    public Browser browser() {
        Browser browser = new Browser("b" + browsers.size(), "http://127.0.0.1:" + server.port());
        browsers.put(browser.id, browser);
        return browser;
    }

    private Publisher<Void> take(HttpServerRequest request, HttpServerResponse response) {
        Browser browser = browsers.get(Objects.requireNonNull(request.param("id")));
        if (browser == null) {
            return response.status(404).send();
        }
        return request.receive().aggregate().asByteArray().flatMap(body -> {
            browser.received.add(browser.read(request, body));
            return answer(browser, response);
        });
    }

    private static Mono<Void> answer(Browser browser, HttpServerResponse response) {
        return switch (browser.mood) {
            case NEVER_ANSWERS -> Mono.never();
            case DROPS -> Mono.fromRunnable(() -> response.withConnection(DisposableChannel::dispose));
            case REDIRECTS ->
                response.status(307)
                        .header("Location", browser.endpoint() + "-elsewhere")
                        .send();
            default -> {
                browser.retryAfter.forEach(value -> response.header("Retry-After", value));
                yield response.status(browser.mood.status).send();
            }
        };
    }

    @Override
    public void close() {
        server.disposeNow(SOON);
    }

    /** One that is subscribed: what it gets it can read, and nobody else. */
    public static final class Browser {
        private final String id;
        private final String service;
        private final KeyPair keys = P256.generate();
        private final byte[] auth = new byte[16];
        private final List<Received> received = new CopyOnWriteArrayList<>();
        private volatile Mood mood = Mood.TAKES;
        private volatile List<String> retryAfter = List.of();

        private Browser(String id, String service) {
            this.id = id;
            this.service = service;
            new SecureRandom().nextBytes(auth);
        }

        public void becomes(Mood next) {
            mood = next;
        }

        /** @param wait as it stands in {@code Retry-After} */
        public void throttles(String wait) {
            retryAfter = List.of(wait);
            mood = Mood.THROTTLES;
        }

        public String endpoint() {
            return service + "/push/" + id;
        }

        public String p256dh() {
            return P256.base64(P256.bytes((ECPublicKey) keys.getPublic()));
        }

        public String auth() {
            return P256.base64(auth);
        }

        /** As {@code JSON.stringify(subscription)} has it. */
        public String subscription() {
            return """
                    {"endpoint":"%s","expirationTime":null,"keys":{"p256dh":"%s","auth":"%s"}}""".formatted(endpoint(), p256dh(), auth());
        }

        public List<Received> received() {
            return List.copyOf(received);
        }

        private Received read(HttpServerRequest request, byte[] body) {
            Map<String, String> headers = new ConcurrentHashMap<>();
            request.requestHeaders()
                    .forEach(each -> headers.put(each.getKey().toLowerCase(Locale.ROOT), each.getValue()));
            try {
                verify(Objects.requireNonNull(headers.get("authorization")));
                return new Received(
                        headers, body.length, new String(Unsealing.open(body, keys, auth), StandardCharsets.UTF_8));
            } catch (GeneralSecurityException broken) {
                return new Received(headers, body.length, "unreadable: " + broken);
            }
        }

        /** RFC 8292: the token is signed with the key that comes along. */
        private static void verify(String authorization) throws GeneralSecurityException {
            String token = authorization.replaceAll("^vapid t=([^,]+), ?k=.*$", "$1");
            String key = authorization.replaceAll("^.*k=", "");
            int end = token.lastIndexOf('.');
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(P256.publicKey(P256.decoded(key)));
            signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
            if (!signature.verify(P256.decoded(token.substring(end + 1)))) {
                throw new GeneralSecurityException("the token is not signed by the key that came along");
            }
        }
    }
}
