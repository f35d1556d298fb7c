package io.tidemark.deliver.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tidemark.alert.AlertId;
import io.tidemark.alert.Masked;
import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.Deliveries;
import io.tidemark.deliver.DeliveryState;
import io.tidemark.web.Parameters;
import io.tidemark.web.Refusal;
import io.tidemark.web.UtcTime;
import io.tidemark.web.Uuids;
import io.tidemark.web.WireJson;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /api/v1/deliveries}: which messages there were and what became of them, page by page, newest first. */
@RestController
class DeliveriesController {
    private static final Set<String> KNOWN = Set.of("alert", "recipient", "state", "limit", "before");
    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 500;

    private final Deliveries deliveries;

    DeliveriesController(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping(path = "/api/v1/deliveries", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> page(ServerHttpRequest request) {
        Parameters parameters = Parameters.of(request.getQueryParams(), KNOWN);
        int limit = (int) number("limit", parameters.one("limit"), DEFAULT_LIMIT, LARGEST_LIMIT);
        long before = number("before", parameters.one("before"), Long.MAX_VALUE, Long.MAX_VALUE);
        return deliveries.newest(asked(parameters), before, limit + 1).map(found -> ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(WireJson.bytes(Page.of(found, limit))));
    }

    private static Deliveries.Asked asked(Parameters parameters) {
        @Nullable String alert = parameters.one("alert");
        @Nullable String recipient = parameters.one("recipient");
        return new Deliveries.Asked(
                alert == null
                        ? null
                        : new AlertId(Uuids.read(alert, "That is no alert's id; take the alertId of an alert.")),
                recipient == null ? null : manager(recipient),
                Set.copyOf(parameters.all("state", DeliveryState.class)));
    }

    private static ManagerId manager(String value) {
        try {
            return new ManagerId(value);
        } catch (IllegalArgumentException tooLong) {
            throw Refusal.badRequest("That is no recipient: an id has 1 to 64 characters.");
        }
    }

    private static long number(String name, @Nullable String value, long otherwise, long largest) {
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,18}") || Long.parseLong(value) < 1 || Long.parseLong(value) > largest) {
            throw Refusal.badRequest("The " + name + " must be a number from 1 to " + largest + ".");
        }
        return Long.parseLong(value);
    }

    /** @param next what to ask for as {@code before}; absent on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Item> items, @Nullable Long next) {

        /** @param found one more than fits, if there is a next page */
        static Page of(List<Deliveries.Sent> found, int limit) {
            List<Deliveries.Sent> shown = found.subList(0, Math.min(limit, found.size()));
            return new Page(
                    shown.stream().map(Item::of).toList(),
                    found.size() > limit ? shown.get(limit - 1).sequence() : null);
        }
    }

    /** A message; the phone is masked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String messageId,
            String recipient,
            String channel,
            String state,
            @Nullable String reason,
            List<String> alertIds,
            @Nullable String phone,
            String createdAt,
            @Nullable String sentAt,
            List<Attempt> attempts,
            List<Part> parts) {

        static Item of(Deliveries.Sent sent) {
            return new Item(
                    sent.message().toString(),
                    sent.recipient().value(),
                    sent.channel().name(),
                    sent.state().name(),
                    name(sent.reason()),
                    sent.alerts().stream().map(AlertId::toString).toList(),
                    Masked.phone(sent.phone()),
                    UtcTime.format(sent.createdAt()),
                    time(sent.sentAt()),
                    sent.attempts().stream().map(Attempt::of).toList(),
                    sent.parts().stream().map(Part::of).toList());
        }
    }

    /** One handing over to a gateway. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Attempt(
            int number,
            String gateway,
            String state,
            @Nullable String reason,
            String startedAt,
            @Nullable String endedAt) {

        static Attempt of(Deliveries.Tried tried) {
            return new Attempt(
                    tried.number(),
                    tried.gateway(),
                    tried.state(),
                    name(tried.reason()),
                    UtcTime.format(tried.startedAt()),
                    time(tried.endedAt()));
        }
    }

    /** One part by the provider's id, and its receipt. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            String gateway,
            String part,
            int attempt,
            int segment,
            @Nullable String state,
            @Nullable String failure,
            @Nullable String receivedAt) {

        static Part of(Deliveries.Piece piece) {
            return new Part(
                    piece.gateway(),
                    piece.part(),
                    piece.attempt(),
                    piece.segment(),
                    name(piece.state()),
                    name(piece.failure()),
                    time(piece.receivedAt()));
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : UtcTime.format(at);
    }
}
