package io.tidemark.feed.http;

import io.tidemark.feed.Filter;
import io.tidemark.feed.http.SseForm.Format;
import io.tidemark.web.Parameters;
import io.tidemark.web.Refusal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What a caller of the stream asks for. */
record StreamRequest(@Nullable Long since, Filter filter, Format format) {
    private static final Set<String> KNOWN = FilterParameters.and("since", "format");
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    /** Beyond it JavaScript would round; no feed ever gets there. */
    private static final long FURTHEST = (1L << 53) - 1;

    static StreamRequest of(ServerHttpRequest request) {
        Parameters parameters = Parameters.of(request.getQueryParams(), KNOWN);
        return new StreamRequest(
                since(request.getHeaders(), parameters),
                FilterParameters.filter(parameters),
                format(parameters.one("format")));
    }

    /** Where the caller has got to counts more than where its address once told it to begin. */
    private static @Nullable Long since(HttpHeaders headers, Parameters parameters) {
        String last = headers.getFirst(LAST_EVENT_ID);
        String since = parameters.one("since");
        return last == null || last.isBlank() ? position("since", since) : position(LAST_EVENT_ID, last.strip());
    }

    private static @Nullable Long position(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        if (!value.matches("[0-9]{1,16}") || Long.parseLong(value) > FURTHEST) {
            throw Refusal.badRequest(
                    name + " is no position; give the id of the last event seen, or 0 for the beginning.");
        }
        return Long.valueOf(value);
    }

    private static Format format(@Nullable String value) {
        if (value == null) {
            return Format.PLAIN;
        }
        if (!value.equals(Format.CLOUDEVENTS.name().toLowerCase(Locale.ROOT))) {
            throw Refusal.badRequest(
                    "There is no such format; allowed is cloudevents, or leave it out for plain alerts.");
        }
        return Format.CLOUDEVENTS;
    }
}
