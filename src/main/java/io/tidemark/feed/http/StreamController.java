package io.tidemark.feed.http;

import io.netty.channel.Channel;
import io.tidemark.feed.Attendance;
import io.tidemark.feed.Audience;
import io.tidemark.feed.Filter;
import io.tidemark.feed.Form;
import io.tidemark.feed.Interest;
import io.tidemark.feed.Line;
import io.tidemark.feed.Listener;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** {@code GET /api/v1/alerts/stream}: what the caller may see, now and from now on. */
@RestController
class StreamController {
    private static final int SOONEST_RETRY = 1_000;
    private static final int LATEST_RETRY = 5_000;

    private final Audience audience;
    private final Attendance attendance;
    private final SseForms forms = new SseForms();

    StreamController(Audience audience, Attendance attendance) {
        this.audience = audience;
        this.attendance = attendance;
    }

    @GetMapping(path = "/api/v1/alerts/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<Void> stream(ServerWebExchange exchange) {
        StreamRequest asked = StreamRequest.of(exchange.getRequest());
        ServerHttpResponse response = exchange.getResponse();
        describe(response.getHeaders());
        if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
            return response.setComplete();
        }
        Form form = forms.of(
                asked.format(),
                Language.preferredBy(exchange.getRequest().getHeaders().getAcceptLanguage()));
        return response.writeAndFlushWith(Mono.just(Mono.just(retry(response))))
                .then(shown(
                        asked.filter(),
                        SocketWriter.write(channel(response), channel -> listen(asked, form, channel))));
    }

    private Mono<Void> shown(Filter filter, Mono<Void> stream) {
        return Mono.using(() -> attendance.enter(filter.shownAll()), present -> stream, Disposable::dispose);
    }

    private Listener listen(StreamRequest asked, Form form, Channel channel) {
        return audience.listen(
                new Interest(asked.since(), asked.filter(), form),
                new Line(channel.eventLoop(), () -> hangUp(channel)));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // there is nobody left to tell
    private static void hangUp(Channel channel) {
        channel.close();
    }

    private static void describe(HttpHeaders headers) {
        headers.setContentType(MediaType.TEXT_EVENT_STREAM);
        headers.setCacheControl(CacheControl.noStore());
        headers.set("X-Accel-Buffering", "no");
    }

    /** Jittered, so that a fleet does not come back in one instant. */
    private static DataBuffer retry(ServerHttpResponse response) {
        int milliseconds = ThreadLocalRandom.current().nextInt(SOONEST_RETRY, LATEST_RETRY + 1);
        return response.bufferFactory().wrap(("retry: " + milliseconds + "\n\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static Channel channel(ServerHttpResponse response) {
        AtomicReference<Channel> channel = new AtomicReference<>();
        HttpServerResponse server = ServerHttpResponseDecorator.getNativeResponse(response);
        server.withConnection(connection -> channel.set(connection.channel()));
        return channel.get();
    }
}
