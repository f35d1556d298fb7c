package io.tidemark.feed.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tidemark.alert.AlertId;
import io.tidemark.feed.RaisedAlerts;
import io.tidemark.feed.RaisedAlerts.RaisedAlert;
import io.tidemark.web.Parameters;
import io.tidemark.web.Refusal;
import io.tidemark.web.Uuids;
import io.tidemark.web.WireJson;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /api/v1/alerts}, page by page, newest first, and one alert by its id. */
@RestController
class AlertController {
    private static final Set<String> KNOWN = FilterParameters.and("limit", "before");
    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 500;

    private final RaisedAlerts alerts;

    AlertController(RaisedAlerts alerts) {
        this.alerts = alerts;
    }

    @GetMapping(path = "/api/v1/alerts", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> page(ServerHttpRequest request) {
        Parameters parameters = Parameters.of(request.getQueryParams(), KNOWN);
        int limit = limit(parameters.one("limit"));
        Language language = language(request);
        return alerts.newest(FilterParameters.filter(parameters), PageCursor.read(parameters.one("before")), limit + 1)
                .map(found -> json(Page.of(found, limit, language)));
    }

    @GetMapping(path = "/api/v1/alerts/{id:(?!stream$).+}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> one(@PathVariable String id, ServerHttpRequest request) {
        Parameters.of(request.getQueryParams(), Set.of());
        return alerts.find(id(id))
                .map(found -> ok().eTag(tag(found)).body(WireJson.bytes(view(found, language(request)))))
                .switchIfEmpty(Mono.error(AlertController::unknown));
    }

    private static AlertId id(String value) {
        return new AlertId(Uuids.read(value, "That is no alert's id; take the alertId of an alert."));
    }

    private static int limit(@Nullable String value) {
        if (value == null) {
            return DEFAULT_LIMIT;
        }
        if (!value.matches("[0-9]{1,4}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > LARGEST_LIMIT) {
            throw Refusal.badRequest("The limit must be a number from 1 to " + LARGEST_LIMIT + ".");
        }
        return Integer.parseInt(value);
    }

    private static Language language(ServerHttpRequest request) {
        return Language.preferredBy(request.getHeaders().getAcceptLanguage());
    }

    private static Refusal unknown() {
        return Refusal.notFound("There is no alert with this id; GET /api/v1/alerts lists those there are.");
    }

    private static AlertView view(RaisedAlert found, Language language) {
        return AlertView.of(found.position(), found.alert(), language);
    }

    private static ResponseEntity<byte[]> json(Object value) {
        return ok().body(WireJson.bytes(value));
    }

    private static ResponseEntity.BodyBuilder ok() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore());
    }

    /** The alert's version: whoever changes it may say with it what they know. */
    private static String tag(RaisedAlert found) {
        return "\"" + found.alert().life().version() + "\"";
    }

    /** @param next what to ask for as {@code before}; absent on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<AlertView> items, @Nullable String next) {

        /** @param found one more than fits, if there is a next page */
        static Page of(List<RaisedAlert> found, int limit, Language language) {
            List<RaisedAlert> shown = found.subList(0, Math.min(limit, found.size()));
            return new Page(
                    shown.stream().map(each -> view(each, language)).toList(),
                    found.size() > limit ? PageCursor.write(shown.get(limit - 1).sequence()) : null);
        }
    }
}
