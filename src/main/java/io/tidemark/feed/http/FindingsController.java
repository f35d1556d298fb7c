package io.tidemark.feed.http;

import io.tidemark.bank.ClientId;
import io.tidemark.feed.RecordedFindings;
import io.tidemark.feed.RecordedFindings.RecordedFinding;
import io.tidemark.web.Parameters;
import io.tidemark.web.WireJson;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code GET /api/v1/findings}: all of them as NDJSON, read as fast as the caller takes them. */
@RestController
class FindingsController {
    private static final Set<String> KNOWN = Set.of("clientId");
    private static final int CHUNK = 1_000;

    private final RecordedFindings findings;

    FindingsController(RecordedFindings findings) {
        this.findings = findings;
    }

    @GetMapping(path = "/api/v1/findings", produces = MediaType.APPLICATION_NDJSON_VALUE)
    Mono<Void> all(ServerHttpRequest request, ServerHttpResponse response) {
        String asked = Parameters.of(request.getQueryParams(), KNOWN).one("clientId");
        ClientId client = asked == null ? null : FilterParameters.client(asked);
        response.getHeaders().setContentType(MediaType.APPLICATION_NDJSON);
        response.getHeaders().setCacheControl(CacheControl.noStore());
        return response.writeWith(chunks(client).map(chunk -> lines(chunk, response)));
    }

    /** One chunk at a time, the next one asked for only when there is demand. */
    private Flux<List<RecordedFinding>> chunks(@Nullable ClientId client) {
        return findings.after(0, client, CHUNK)
                .expand(chunk -> chunk.size() < CHUNK
                        ? Mono.empty()
                        : findings.after(chunk.get(CHUNK - 1).sequence(), client, CHUNK))
                .limitRate(1)
                .filter(chunk -> !chunk.isEmpty());
    }

    private static DataBuffer lines(List<RecordedFinding> chunk, ServerHttpResponse response) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (RecordedFinding finding : chunk) {
            lines.writeBytes(WireJson.bytes(Line.of(finding)));
            lines.write('\n');
        }
        return response.bufferFactory().wrap(lines.toByteArray());
    }

    private record Line(
            String movementId, String clientId, String rule, String qualifier, String severity, boolean suppressed) {
        static Line of(RecordedFinding finding) {
            return new Line(
                    finding.movementId(),
                    finding.clientId(),
                    finding.rule(),
                    finding.qualifier(),
                    finding.severity(),
                    finding.suppressed());
        }
    }
}
