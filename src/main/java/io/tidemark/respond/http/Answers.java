package io.tidemark.respond.http;

import io.tidemark.alert.Alert;
import io.tidemark.alert.Change;
import io.tidemark.bank.ManagerId;
import io.tidemark.feed.AlertForms;
import io.tidemark.respond.Answer;
import io.tidemark.respond.Desk;
import io.tidemark.respond.Reply;
import io.tidemark.respond.Wish;
import io.tidemark.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale.LanguageRange;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.util.RawValue;

/** Takes what a person wants to be done about an alert to the desk, and tells them what came of it. */
@Component
class Answers {
    private final Desk desk;
    private final AlertForms forms;
    private final Clock clock;

    Answers(Desk desk, AlertForms forms, Clock clock) {
        this.desk = desk;
        this.forms = forms;
        this.clock = clock;
    }

    /** What the body wants. */
    interface Reading {
        Change change(Instant at, ManagerId by, Fields fields);
    }

    Mono<ResponseEntity<byte[]>> to(String id, String action, ServerHttpRequest request, Reading reading) {
        AnswerRequest head = AnswerRequest.of(id, request);
        List<LanguageRange> languages = request.getHeaders().getAcceptLanguage();
        return known(head.actor(), AnswerRequest.ACTOR)
                .then(Body.of(request))
                .flatMap(body -> wish(head, action, body, reading))
                .flatMap(wish -> desk.answer(wish, alert -> json(alert, languages)))
                .map(answer -> response(answer, languages));
    }

    /** Fails if the bank has not told of them. */
    Mono<Void> known(ManagerId person, String where) {
        return desk.knows(person)
                .filter(known -> known)
                .switchIfEmpty(Mono.error(() -> Refusal.unprocessable(
                        "The bank has told of no manager " + person + "; correct " + where + ", or import them.")))
                .then();
    }

    ResponseEntity<byte[]> shown(Alert alert, ServerHttpRequest request) {
        return ok(new Reply(
                alert.life().version(), json(alert, request.getHeaders().getAcceptLanguage())));
    }

    private Mono<Wish> wish(AnswerRequest head, String action, byte[] body, Reading reading) {
        Instant now = clock.instant();
        Change change = reading.change(now, head.actor(), Fields.of(body));
        Wish wish = new Wish(head.alert(), change, head.version(), head.once(action, body, now));
        return change instanceof Change.Reassigned reassigned
                ? known(reassigned.to(), "to").thenReturn(wish)
                : Mono.just(wish);
    }

    private ResponseEntity<byte[]> response(Answer answer, List<LanguageRange> languages) {
        if (answer instanceof Answer.Done done) {
            return ok(done.reply());
        } else if (answer instanceof Answer.Refused refused) {
            throw conflict(refused, languages);
        } else if (answer instanceof Answer.KeyTaken) {
            throw Refusal.unprocessable("This Idempotency-Key came with another request before; make a new one.");
        }
        throw unknown();
    }

    static Refusal unknown() {
        return Refusal.notFound("There is no alert with this id; GET /api/v1/alerts lists those there are.");
    }

    private Refusal conflict(Answer.Refused refused, List<LanguageRange> languages) {
        Refusal refusal =
                Refusal.conflict(refused.why()).with("current", new RawValue(json(refused.current(), languages)));
        refusal.getHeaders().setETag(tag(refused.current().life().version()));
        return refusal;
    }

    private static ResponseEntity<byte[]> ok(Reply reply) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .eTag(tag(reply.version()))
                .body(reply.body().getBytes(StandardCharsets.UTF_8));
    }

    private static String tag(int version) {
        return "\"" + version + "\"";
    }

    private String json(Alert alert, List<LanguageRange> languages) {
        return new String(forms.json(alert, languages), StandardCharsets.UTF_8);
    }
}
