package io.tidemark.reference.http;

import io.tidemark.reference.Imports;
import io.tidemark.reference.Kind;
import io.tidemark.reference.ReferenceData;
import io.tidemark.web.Parameters;
import io.tidemark.web.Refusal;
import io.tidemark.web.WireJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code PUT /api/v1/reference/{kind}}: a file of any length. {@code GET}: how much there is. */
@RestController
class ReferenceController {
    private static final String PATH = "/api/v1/reference/{kind}";
    private static final String EFFECTIVE_FROM = "effectiveFrom";
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private final Imports imports;
    private final ReferenceData data;

    ReferenceController(Imports imports, ReferenceData data) {
        this.imports = imports;
        this.data = data;
    }

    @PutMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> put(@PathVariable("kind") String name, ServerHttpRequest request) {
        Kind kind = kind(name);
        Parameters parameters =
                Parameters.of(request.getQueryParams(), kind.hasEditions() ? Set.of(EFFECTIVE_FROM) : Set.of());
        return imports.run(kind, effectiveFrom(parameters.one(EFFECTIVE_FROM)), Upload.of(request))
                .onErrorMap(ReferenceData.Busy.class, busy -> busy(name))
                .map(ReferenceController::json);
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> count(@PathVariable("kind") String name, ServerHttpRequest request) {
        Parameters.of(request.getQueryParams(), Set.of());
        return data.entries(kind(name)).map(entries -> json(new Held(name, entries)));
    }

    private static Kind kind(String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> plural(kind).equals(name))
                .findAny()
                .orElseThrow(() -> Refusal.notFound("There is no such reference data; there are "
                        + Arrays.stream(Kind.values())
                                .map(ReferenceController::plural)
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    private static String plural(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Instant effectiveFrom(@Nullable String value) {
        try {
            @Nullable
            Instant time = value == null ? null : OffsetDateTime.parse(value).toInstant();
            if (time == null || (time.isAfter(Instant.EPOCH) && time.isBefore(FAR))) {
                return time;
            }
        } catch (DateTimeException unreadable) {
            // Said below.
        }
        throw Refusal.badRequest("The parameter effectiveFrom must be a time as of RFC 3339, such as"
                + " 2026-11-22T10:00:00Z; with another offset its + is written %2B.");
    }

    private static Refusal busy(String name) {
        return Refusal.conflict("Another import of " + name + " is running; send the file again when it has ended.");
    }

    private static ResponseEntity<byte[]> json(Object value) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(WireJson.bytes(value));
    }

    record Held(String kind, long entries) {}
}
