package io.tidemark.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;

/** A subscriber over HTTP, as a browser would be one. */
public final class SseReader implements AutoCloseable {
    public final List<ServerSentEvent<String>> events = new CopyOnWriteArrayList<>();
    private final Disposable connection;
    private volatile boolean ended;

    private SseReader(FeedService service, String query, Map<String, String> headers) {
        connection = WebClient.create(service.url())
                .get()
                .uri("/api/v1/alerts/stream" + query)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .headers(all -> headers.forEach(all::set))
                .retrieve()
                .bodyToFlux(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                .doFinally(signal -> ended = true)
                .subscribe(events::add, failure -> {});
    }

    public static SseReader of(FeedService service, String query) {
        return new SseReader(service, query, Map.of());
    }

    public static SseReader of(FeedService service, String query, Map<String, String> headers) {
        return new SseReader(service, query, headers);
    }

    /** Events with data, in the order in which they came. */
    public List<ServerSentEvent<String>> named(String name) {
        return events.stream().filter(event -> name.equals(event.event())).toList();
    }

    public List<Long> positions() {
        List<Long> positions = new ArrayList<>();
        for (ServerSentEvent<String> event : events) {
            if (event.data() != null && event.id() != null) {
                positions.add(Long.valueOf(Objects.requireNonNull(event.id())));
            }
        }
        return positions;
    }

    public @Nullable String first(String name) {
        List<ServerSentEvent<String>> found = named(name);
        return found.isEmpty() ? null : found.get(0).data();
    }

    public boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        connection.dispose();
    }
}
