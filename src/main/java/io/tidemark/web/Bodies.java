package io.tidemark.web;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** A request's body as it came. */
public final class Bodies {
    private Bodies() {}

    /** Empty if there is none; a {@link Refusal} if it is larger. */
    public static Mono<byte[]> read(ServerHttpRequest request, int largest) {
        return DataBufferUtils.join(request.getBody(), largest)
                .map(buffer -> {
                    byte[] bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0])
                .onErrorMap(
                        DataBufferLimitException.class,
                        tooLarge -> new Refusal(
                                HttpStatus.CONTENT_TOO_LARGE,
                                "The body is larger than " + largest + " bytes; send less at once."));
    }
}
