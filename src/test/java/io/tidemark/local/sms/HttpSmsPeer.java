package io.tidemark.local.sms;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider of SMS over HTTP, on loopback. It behaves as it is told, shows what it was given, and brings the receipts
 * that it is told to bring.
 */
public final class HttpSmsPeer implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String SECRET = "of-the-simulated-provider";

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Clock clock;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.post("/sms", this::take))
            .bindNow(SOON);
    private volatile Conduct conduct = Conduct.ACCEPTS;
    private volatile String callback = "";

    /** @param clock by which receipts are signed */
    public HttpSmsPeer(Clock clock) {
        this.clock = clock;
    }

    /** What was taken, or at least read. */
    public record Sent(String id, String phone, String text, String reference, Map<String, String> headers) {}

    public enum Conduct {
        ACCEPTS,
        /** Accepts, after it has brought the receipt. */
        BRINGS_THE_RECEIPT_FIRST,
        REFUSES_THE_NUMBER,
        REFUSES_THE_KEY,
        THROTTLES_BY_STATUS,
        THROTTLES_BY_CODE,
        SAYS_WHAT_NOBODY_KNOWS,
        BABBLES,
        TALKS_WITHOUT_END,
        IS_DOWN,
        IS_BEHIND_A_PROXY_THAT_GAVE_UP,
        SENDS_ELSEWHERE,
        DROPS,
        NEVER_ANSWERS
    }

    public void becomes(Conduct next) {
        conduct = next;
    }

    /** @param url to which it brings receipts */
    public void bringsReceiptsTo(String url) {
        callback = url;
    }

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    public String url() {
        return "http://127.0.0.1:" + server.port() + "/sms";
    }

    /** What the service must be told to send through it, as its gateway of that name. */
    public Map<String, String> settings(String name, int index) {
        String at = "tidemark.deliver.http-sms[" + index + "].";
        Map<String, String> settings = new HashMap<>();
        settings.put(at + "name", name);
        settings.put(at + "signature", "【示例银行】");
        settings.put(at + "request.url", url());
        settings.put(at + "request.body", "{\"to\":\"{digits}\",\"text\":\"{signature}{text}\",\"ref\":\"{id}\"}");
        settings.put(at + "request.headers.authorization", "Bearer a-key-of-nobody");
        settings.put(at + "request.idempotency-header", "Idempotency-Key");
        settings.put(at + "answer.success-pointer", "/code");
        settings.put(at + "answer.success-values", "0");
        settings.put(at + "answer.id-pointer", "/data/id");
        settings.put(at + "answer.code-pointer", "/code");
        settings.put(at + "answer.reasons.41", "BAD_ADDRESS");
        settings.put(at + "answer.reasons.42", "THROTTLED");
        settings.put(at + "receipts.secret", SECRET);
        settings.put(at + "receipts.states.DELIVERED", "DELIVERED");
        settings.put(at + "receipts.states.DEAD", "FAILED");
        settings.put(at + "receipts.states.LAPSED", "EXPIRED");
        return settings;
    }

    private Publisher<Void> take(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString(StandardCharsets.UTF_8).flatMap(body -> {
            Sent one = read(request, body);
            sent.add(one);
            return answer(one, response);
        });
    }

    private Sent read(HttpServerRequest request, String body) {
        JsonNode tree = json.readTree(body);
        Map<String, String> headers = new HashMap<>();
        request.requestHeaders().forEach(each -> headers.put(each.getKey().toLowerCase(Locale.ROOT), each.getValue()));
        return new Sent(
                "s-" + sent.size(),
                tree.get("to").asString(),
                tree.get("text").asString(),
                tree.get("ref").asString(),
                headers);
    }

    private Mono<Void> answer(Sent one, HttpServerResponse response) {
        return switch (conduct) {
            case ACCEPTS -> says(response, 200, accepted(one));
            case BRINGS_THE_RECEIPT_FIRST ->
                Mono.fromFuture(() -> bring(receipt(one.id(), "DELIVERED"))).then(says(response, 200, accepted(one)));
            case REFUSES_THE_NUMBER -> says(response, 200, "{\"code\":41}");
            case REFUSES_THE_KEY -> says(response, 401, "");
            case THROTTLES_BY_STATUS -> says(response.header("Retry-After", "7"), 429, "");
            case THROTTLES_BY_CODE -> says(response, 200, "{\"code\":\"42\"}");
            case SAYS_WHAT_NOBODY_KNOWS -> says(response, 200, "{\"code\":999}");
            case BABBLES -> says(response, 200, "<html>Welcome</html>");
            case TALKS_WITHOUT_END -> says(response, 200, "{\"code\":\"0\",\"data\":\"" + "x".repeat(200_000) + "\"}");
            case IS_DOWN -> says(response, 503, "");
            case IS_BEHIND_A_PROXY_THAT_GAVE_UP -> says(response, 504, "");
            case SENDS_ELSEWHERE -> says(response.header("Location", url()), 307, "");
            case DROPS -> Mono.fromRunnable(() -> response.withConnection(DisposableChannel::dispose));
            case NEVER_ANSWERS -> Mono.never();
        };
    }

    private static String accepted(Sent one) {
        return "{\"code\":\"0\",\"data\":{\"id\":\"" + one.id() + "\"}}";
    }

    private static Mono<Void> says(HttpServerResponse response, int status, String body) {
        return response.status(status).sendString(Mono.just(body)).then();
    }

    public String receipt(String id, String state) {
        return "{\"id\":\"" + id + "\",\"state\":\"" + state + "\",\"phone\":\"8613000000000\",\"time\":\""
                + clock.instant() + "\"}";
    }

    /** Brings receipts, signed as agreed; completes with the status that the service answers. */
    public CompletableFuture<Integer> bring(String body) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        return bring(body, timestamp, signature(timestamp, body));
    }

    public CompletableFuture<Integer> bring(String body, String timestamp, String signature) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(callback))
                .timeout(SOON)
                .header("Content-Type", "application/json")
                .header("Tidemark-Timestamp", timestamp)
                .header("Tidemark-Signature", signature)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, BodyHandlers.discarding()).thenApply(response -> response.statusCode());
    }

    public String signature(String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() {
        server.disposeNow(SOON);
    }
}
