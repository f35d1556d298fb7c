package io.tidemark.web;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpMethod;

/**
 * One request to a provider. It speaks of itself by its host alone: keys may stand in the rest.
 *
 * @param timeout for everything from the look-up of the host to the last byte of the answer
 */
public record OutboundRequest(HttpMethod method, URI uri, Map<String, String> headers, Bytes body, Duration timeout) {
    public OutboundRequest {
        headers = Map.copyOf(headers);
    }

    /** A body, which is never shown. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Bytes(byte[] value) {
        @Override
        public String toString() {
            return value.length + " bytes";
        }
    }

    @Override
    public String toString() {
        return method + " to " + uri.getHost();
    }
}
