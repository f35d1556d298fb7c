package io.tidemark.respond.http;

import io.tidemark.alert.Change;
import io.tidemark.alert.ContactWay;
import io.tidemark.alert.Outcome;
import io.tidemark.respond.Cases;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code POST /api/v1/alerts/{id}/…}: what people do about an alert. */
@RestController
@RequestMapping("/api/v1/alerts/{id}")
class AnswerController {
    private final Answers answers;
    private final Cases cases;
    private final Clock clock;

    AnswerController(Answers answers, Cases cases, Clock clock) {
        this.answers = answers;
        this.cases = cases;
        this.clock = clock;
    }

    @PostMapping("/acknowledge")
    Mono<ResponseEntity<byte[]>> acknowledge(@PathVariable String id, ServerHttpRequest request) {
        return answers.to(
                id,
                "acknowledge",
                request,
                (at, by, fields) -> new Change.Acknowledged(at, by, fields.time("promise"), fields.note()));
    }

    @PostMapping("/follow-ups")
    Mono<ResponseEntity<byte[]>> followUp(@PathVariable String id, ServerHttpRequest request) {
        return answers.to(
                id,
                "follow-ups",
                request,
                (at, by, fields) ->
                        new Change.Contacted(at, by, fields.constant("how", ContactWay.class), fields.note()));
    }

    @PostMapping("/resolve")
    Mono<ResponseEntity<byte[]>> resolve(@PathVariable String id, ServerHttpRequest request) {
        return answers.to(
                id,
                "resolve",
                request,
                (at, by, fields) ->
                        new Change.Resolved(at, by, fields.constant("outcome", Outcome.class), fields.note()));
    }

    @PostMapping("/reopen")
    Mono<ResponseEntity<byte[]>> reopen(@PathVariable String id, ServerHttpRequest request) {
        return answers.to(id, "reopen", request, (at, by, fields) -> new Change.Reopened(at, by, fields.note()));
    }

    @PostMapping("/reassign")
    Mono<ResponseEntity<byte[]>> reassign(@PathVariable String id, ServerHttpRequest request) {
        return answers.to(
                id,
                "reassign",
                request,
                (at, by, fields) -> new Change.Reassigned(at, by, fields.manager("to"), fields.note()));
    }

    @PostMapping("/seen")
    Mono<ResponseEntity<byte[]>> seen(@PathVariable String id, ServerHttpRequest request) {
        AnswerRequest head = AnswerRequest.of(id, request);
        return answers.known(head.actor(), AnswerRequest.ACTOR)
                .then(Body.of(request))
                .flatMap(body -> cases.seen(head.alert(), head.actor(), clock.instant()))
                .map(alert -> answers.shown(alert, request))
                .switchIfEmpty(Mono.error(Answers::unknown));
    }
}
