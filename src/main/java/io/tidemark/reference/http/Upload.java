package io.tidemark.reference.http;

import io.tidemark.web.Refusal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Flux;

/** The bytes of a request, taken from the socket only as they are asked for. */
final class Upload {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<MediaType> FORMS = List.of(MediaType.APPLICATION_NDJSON, MediaType.APPLICATION_JSON);

    private Upload() {}

    /** @throws Refusal if they are nothing that can be read here */
    static Flux<ByteBuffer> of(ServerHttpRequest request) {
        requireLines(request.getHeaders());
        return request.getBody()
                .onErrorMap(broken -> broken())
                .map(Upload::copied)
                .timeout(PATIENCE)
                .onErrorMap(TimeoutException.class, stalled -> stalled());
    }

    /** A form that is not told is taken for lines, as those who send a file with few words mean them. */
    private static void requireLines(HttpHeaders headers) {
        @Nullable MediaType form = headers.getContentType();
        if (form != null && FORMS.stream().noneMatch(each -> each.includes(form))) {
            throw new Refusal(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "This can't be read here; send one JSON object per line with Content-Type: application/x-ndjson.");
        }
        if (!List.of("", "identity").contains(String.join(",", headers.getOrEmpty(HttpHeaders.CONTENT_ENCODING)))) {
            throw new Refusal(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "A compressed body can't be read here; send it as it is.");
        }
    }

    private static ByteBuffer copied(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return ByteBuffer.wrap(bytes);
    }

    /** Most often nobody is there any more to read it; it is no failure of this side that should alarm anybody. */
    private static Refusal broken() {
        return Refusal.badRequest("The file did not come to its end; what came before is kept, send it again.");
    }

    private static Refusal stalled() {
        return new Refusal(
                HttpStatus.REQUEST_TIMEOUT,
                "Nothing came for " + PATIENCE.toSeconds()
                        + " seconds; what came before is kept, send the file again.");
    }
}
