package io.tidemark.local.chat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A chat on loopback with as many groups as asked for. It answers as it is told and shows what was said. */
public final class ChatPeer implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final List<Said> said = new CopyOnWriteArrayList<>();
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.post("/send/{group}", this::take))
            .bindNow(SOON);
    private volatile Conduct conduct = Conduct.ACCEPTS;
    private volatile int code;

    /** @param body as it came */
    public record Said(String group, String body) {}

    public enum Conduct {
        ACCEPTS,
        /** With 200 and a code, as WeCom does. */
        REFUSES,
        THROTTLES,
        IS_CLOSED,
        BABBLES,
        IS_BEHIND_A_PROXY_THAT_GAVE_UP,
        SENDS_ELSEWHERE,
        DROPS,
        NEVER_ANSWERS
    }

    public void becomes(Conduct next) {
        conduct = next;
    }

    /** @param errcode as WeCom numbers them */
    public void refuses(int errcode) {
        code = errcode;
        conduct = Conduct.REFUSES;
    }

    public String url(String group) {
        return "http://127.0.0.1:" + server.port() + "/send/" + group + "?key=a-key-of-nobody";
    }

    public List<Said> said() {
        return List.copyOf(said);
    }

    private Publisher<Void> take(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString(StandardCharsets.UTF_8).flatMap(body -> {
            said.add(new Said(Objects.requireNonNull(request.param("group")), body));
            return answer(response);
        });
    }

    private Mono<Void> answer(HttpServerResponse response) {
        return switch (conduct) {
            case ACCEPTS -> says(response, 200, "{\"errcode\":0,\"errmsg\":\"ok\"}");
            case REFUSES -> says(response, 200, "{\"errcode\":" + code + ",\"errmsg\":\"no\"}");
            case THROTTLES -> says(response.header("Retry-After", "90"), 429, "");
            case IS_CLOSED -> says(response, 403, "");
            case BABBLES -> says(response, 200, "<html>Welcome</html>");
            case IS_BEHIND_A_PROXY_THAT_GAVE_UP -> says(response, 502, "");
            case SENDS_ELSEWHERE -> says(response.header("Location", url("elsewhere")), 302, "");
            case DROPS -> Mono.fromRunnable(() -> response.withConnection(DisposableChannel::dispose));
            case NEVER_ANSWERS -> Mono.never();
        };
    }

    private static Mono<Void> says(HttpServerResponse response, int status, String body) {
        return response.status(status).sendString(Mono.just(body)).then();
    }

    @Override
    public void close() {
        server.disposeNow(SOON);
    }
}
