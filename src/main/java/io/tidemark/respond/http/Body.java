package io.tidemark.respond.http;

import io.tidemark.web.Refusal;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** A request's whole body, which is not long. */
final class Body {
    private static final int LONGEST = 16 * 1024;

    private Body() {}

    static Mono<byte[]> of(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), LONGEST)
                .map(Body::bytes)
                .defaultIfEmpty(new byte[0])
                .onErrorMap(
                        DataBufferLimitException.class,
                        tooLong -> new Refusal(
                                HttpStatus.CONTENT_TOO_LARGE,
                                "The body is longer than " + LONGEST + " bytes; say it shorter."));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
