package io.tidemark.respond.http;

import io.tidemark.alert.AlertId;
import io.tidemark.respond.Cases;
import io.tidemark.web.Refusal;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /a/{code}}: from the few characters of a text message to the alert. */
@RestController
class CodeController {
    private final Cases cases;

    CodeController(Cases cases) {
        this.cases = cases;
    }

    @GetMapping("/a/{code}")
    Mono<ResponseEntity<Void>> open(@PathVariable String code) {
        return (code.length() > 16 ? Mono.<AlertId>empty() : cases.newestWith(asMeant(code)))
                .map(id -> ResponseEntity.status(HttpStatus.FOUND)
                        .location(URI.create("/?alert=" + id))
                        .cacheControl(CacheControl.noStore())
                        .<Void>build())
                .switchIfEmpty(Mono.error(
                        () -> Refusal.notFound("There is no alert with this code; type it as the message has it.")));
    }

    /** As people type it: small letters, and letters that look like digits. */
    private static String asMeant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1').replace('L', '1');
    }
}
