package io.tidemark.respond.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertId;
import io.tidemark.alert.TimelineEntry;
import io.tidemark.respond.Cases;
import io.tidemark.respond.Story;
import io.tidemark.web.Parameters;
import io.tidemark.web.UtcTime;
import io.tidemark.web.Uuids;
import io.tidemark.web.WireJson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /api/v1/alerts/{id}/timeline}: what happened to an alert, from its detection on. */
@RestController
class TimelineController {
    private static final int MOST = 500;

    private final Cases cases;

    TimelineController(Cases cases) {
        this.cases = cases;
    }

    @GetMapping(path = "/api/v1/alerts/{id}/timeline", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> timeline(@PathVariable String id, ServerHttpRequest request) {
        Parameters.of(request.getQueryParams(), Set.of());
        AlertId alert = new AlertId(Uuids.read(id, "That is no alert's id; take the alertId of an alert."));
        return cases.story(alert, MOST)
                .map(story -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(WireJson.bytes(Timeline.of(story))))
                .switchIfEmpty(Mono.error(Answers::unknown));
    }

    record Timeline(List<Item> items) {
        static Timeline of(Story story) {
            Stream<Item> since = story.entries().stream().map(Item::of);
            return new Timeline(Stream.concat(Stream.of(Item.detection(story.alert())), since)
                    .toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(String kind, String at, @Nullable String person, Map<String, String> details) {

        static Item of(TimelineEntry entry) {
            return new Item(
                    entry.kind().name(),
                    UtcTime.format(entry.at()),
                    entry.person() == null ? null : entry.person().value(),
                    new TreeMap<>(entry.details()));
        }

        static Item detection(Alert alert) {
            return new Item(
                    TimelineEntry.Kind.DETECTED.name(),
                    UtcTime.format(alert.detectedAt()),
                    null,
                    new TreeMap<>(Map.of(
                            "occurredAt", UtcTime.format(alert.occurredAt()),
                            "rule", alert.rule().name(),
                            "severity", alert.severity().name())));
        }
    }
}
