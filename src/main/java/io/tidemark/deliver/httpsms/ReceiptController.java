package io.tidemark.deliver.httpsms;

import io.tidemark.web.Bodies;
import io.tidemark.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code POST /api/v1/receipts/{gateway}}: providers bring receipts, and may forget them once they read 204. */
@RestController
class ReceiptController {
    private static final int LARGEST = 64 * 1024;
    private static final String SOON = "5";

    private final HttpSmsGateways gateways;

    ReceiptController(HttpSmsGateways gateways) {
        this.gateways = gateways;
    }

    @PostMapping("/api/v1/receipts/{gateway}")
    Mono<ResponseEntity<ProblemDetail>> take(@PathVariable String gateway, ServerHttpRequest request) {
        ReceiptDesk desk = gateways.desk(gateway)
                .orElseThrow(() -> Refusal.notFound(
                        "No gateway of this name takes receipts here; the operator of this service knows the name."));
        return Bodies.read(request, LARGEST)
                .flatMap(body -> desk.take(request.getHeaders(), body))
                .then(Mono.fromSupplier(() -> ResponseEntity.noContent().<ProblemDetail>build()))
                .onErrorResume(ReceiptDesk.Closed.class, closed -> Mono.just(later()));
    }

    private static ResponseEntity<ProblemDetail> later() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, SOON)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Receipts can't be kept right now; bring them again in a moment."));
    }
}
