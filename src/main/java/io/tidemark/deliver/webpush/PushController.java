package io.tidemark.deliver.webpush;

import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.webpush.Push.Pushed;
import io.tidemark.deliver.webpush.Subscriptions.Kept;
import io.tidemark.detect.Severity;
import io.tidemark.web.Bodies;
import io.tidemark.web.Refusal;
import io.tidemark.web.WireJson;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /api/v1/push}: for a person's browser, to subscribe, to leave, and to try. */
@RestController
@RequestMapping(path = "/api/v1/push", produces = "application/json")
class PushController {
    private static final String ACTOR = "Tidemark-Actor";
    private static final int LARGEST = 8 * 1024;
    private static final Duration TEST_TERM = Duration.ofMinutes(5);
    private static final String TEST_LINE = "Tidemark 测试消息 · This is a test.";

    private final WebPushGateways gateways;
    private final Subscriptions subscriptions;
    private final Endpoints endpoints;
    private final Clock clock;

    PushController(WebPushGateways gateways, Subscriptions subscriptions, Endpoints endpoints, Clock clock) {
        this.gateways = gateways;
        this.subscriptions = subscriptions;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    @GetMapping("/key")
    ResponseEntity<byte[]> key() {
        return answer(HttpStatus.OK, new Key(offer().publicKey()));
    }

    @PostMapping("/subscriptions")
    Mono<ResponseEntity<byte[]>> subscribe(
            @RequestHeader(name = ACTOR, required = false) @Nullable String actor, ServerHttpRequest request) {
        offer();
        ManagerId manager = person(actor);
        return Bodies.read(request, LARGEST)
                .map(body -> SubscriptionDocument.read(body).browser(endpoints))
                .flatMap(browser -> subscriptions.keep(manager, browser))
                .map(PushController::kept);
    }

    @DeleteMapping("/subscriptions/{id}")
    Mono<ResponseEntity<Void>> leave(
            @RequestHeader(name = ACTOR, required = false) @Nullable String actor, @PathVariable String id) {
        if (!id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw Refusal.badRequest(
                    "That is no subscription's id; take the subscriptionId that subscribing answered.");
        }
        return subscriptions.remove(person(actor), UUID.fromString(id)).map(PushController::left);
    }

    @DeleteMapping("/subscriptions")
    Mono<ResponseEntity<Void>> leave(
            @RequestHeader(name = ACTOR, required = false) @Nullable String actor, ServerHttpRequest request) {
        ManagerId manager = person(actor);
        return Bodies.read(request, LARGEST)
                .map(body -> SubscriptionDocument.read(body).address())
                .flatMap(endpoint -> subscriptions.remove(manager, endpoint))
                .map(PushController::left);
    }

    @PostMapping("/test")
    Mono<ResponseEntity<byte[]>> test(@RequestHeader(name = ACTOR, required = false) @Nullable String actor) {
        Note note = new Note("TEST", Severity.MEDIUM, TEST_LINE, clock.instant().plus(TEST_TERM));
        return offer().gateway().toAllOf(person(actor), note).map(all -> answer(HttpStatus.OK, Tried.of(all)));
    }

    private WebPushGateways.Offer offer() {
        WebPushGateways.Offer offer = gateways.offer();
        if (offer == null) {
            throw Refusal.notFound(
                    "Nothing is pushed here; the operator must set tidemark.deliver.web-push.vapid for that.");
        }
        return offer;
    }

    private static ManagerId person(@Nullable String actor) {
        try {
            return new ManagerId(actor == null ? "" : actor);
        } catch (IllegalArgumentException noId) {
            throw Refusal.badRequest("Say who you are in the header " + ACTOR + ", for example M-17.");
        }
    }

    private static ResponseEntity<byte[]> kept(Kept kept) {
        return answer(kept.isNew() ? HttpStatus.CREATED : HttpStatus.OK, new Subscribed(kept.id()));
    }

    /** The same whether it was there or not: afterwards it is not. */
    private static ResponseEntity<Void> left(boolean wasThere) {
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<byte[]> answer(HttpStatus status, Object value) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(WireJson.bytes(value));
    }

    private record Key(String publicKey) {}

    private record Subscribed(UUID subscriptionId) {}

    private record Tried(List<One> results) {
        static Tried of(List<Pushed> all) {
            return new Tried(all.stream().map(One::of).toList());
        }
    }

    private record One(UUID subscriptionId, String host, String result) {
        static One of(Pushed pushed) {
            return new One(pushed.to().id(), pushed.to().host(), result(pushed.submission()));
        }

        private static String result(Submission submission) {
            if (submission instanceof Submission.Refused refused) {
                return refused.reason().name();
            }
            return submission instanceof Submission.InDoubt inDoubt
                    ? inDoubt.reason().name()
                    : "ACCEPTED";
        }
    }
}
