package io.tidemark.endtoend;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A subscriber to the stream that comes back with its last id whenever the connection is gone. */
final class Subscriber implements AutoCloseable {
    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT =
            new ParameterizedTypeReference<>() {};
    private static final Duration BEFORE_COMING_BACK = Duration.ofMillis(100);

    private final JsonMapper json = new JsonMapper();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<String> others = new CopyOnWriteArrayList<>();
    private final AtomicLong lastId = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final Disposable subscription;

    private Subscriber(int port) {
        WebClient client = WebClient.create("http://127.0.0.1:" + port);
        this.subscription = Flux.defer(() -> events(client))
                .doOnNext(this::see)
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, BEFORE_COMING_BACK))
                .repeatWhen(ends -> ends.delayElements(BEFORE_COMING_BACK))
                .subscribe();
    }

    /** From the beginning of the feed. */
    static Subscriber at(int port) {
        return new Subscriber(port);
    }

    /** An alert, as it came. */
    record Seen(long position, String alertId) {}

    private Flux<ServerSentEvent<String>> events(WebClient client) {
        return client.get()
                .uri("/api/v1/alerts/stream?since=0")
                .header("Last-Event-ID", Long.toString(lastId.get()))
                .accept(MediaType.TEXT_EVENT_STREAM)
                .retrieve()
                .bodyToFlux(EVENT)
                .doOnSubscribe(subscribed -> connections.incrementAndGet());
    }

    private void see(ServerSentEvent<String> event) {
        if (Objects.equals(event.event(), "alert")) {
            JsonNode data = json.readTree(Objects.requireNonNull(event.data()));
            long position = Long.parseLong(Objects.requireNonNull(event.id()));
            seen.add(new Seen(position, data.get("alertId").asString()));
            lastId.set(position);
        } else if (event.event() != null) {
            others.add(event.event() + " " + event.data());
        }
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** What came that is no alert: {@code gap}, {@code bye}. */
    List<String> others() {
        return List.copyOf(others);
    }

    long connections() {
        return connections.get();
    }

    @Override
    public void close() {
        subscription.dispose();
    }
}
