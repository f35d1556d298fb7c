package io.tidemark.endtoend.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.alert.AlertId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.json.JsonMapper;

/** Where people and the bank's own systems tell the service what they do: over HTTP, as outside. */
final class Counter {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final WebClient web;
    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, String> managers = new HashMap<>();

    Counter(String url) {
        web = WebClient.create(url);
    }

    /** Sends reference data; every line must be taken. */
    void put(String kind, List<? extends Map<String, ?>> lines) {
        Map<String, Object> answer = Objects.requireNonNull(web.put()
                .uri("/api/v1/reference/" + kind)
                .contentType(MediaType.APPLICATION_NDJSON)
                .bodyValue(lines.stream().map(json::writeValueAsString).collect(Collectors.joining("\n")))
                .retrieve()
                .bodyToMono(JSON)
                .block(SOON));
        assertThat(answer.get("rejected")).as("%s", answer).isEqualTo(List.of());
        if (kind.equals("assignments")) {
            lines.stream()
                    .filter(line -> !line.containsKey("validFrom"))
                    .forEach(line -> managers.put((String) line.get("client"), (String) line.get("manager")));
        }
    }

    @Nullable
    String managerOf(String client) {
        return managers.get(client);
    }

    void absence(String person, String from, String to, String delegate) {
        web.post()
                .uri("/api/v1/managers/{id}/absences", person)
                .bodyValue(Map.of("from", from, "to", to, "delegate", delegate))
                .retrieve()
                .toBodilessEntity()
                .block(SOON);
    }

    void act(String person, AlertId alert, String action, Map<String, ?> body) {
        web.post()
                .uri("/api/v1/alerts/{id}/{action}", alert, action)
                .header("Tidemark-Actor", person)
                .bodyValue(body)
                .retrieve()
                .toBodilessEntity()
                .block(SOON);
    }

    Map<String, Object> alert(AlertId id) {
        return Objects.requireNonNull(web.get()
                .uri("/api/v1/alerts/{id}", id)
                .retrieve()
                .bodyToMono(JSON)
                .block(SOON));
    }

    /** The messages that spoke of it, newest first. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> deliveries(AlertId id) {
        return (List<Map<String, Object>>) Objects.requireNonNull(Objects.requireNonNull(web.get()
                        .uri("/api/v1/deliveries?alert={id}", id)
                        .retrieve()
                        .bodyToMono(JSON)
                        .block(SOON))
                .get("items"));
    }

    /** The kinds of what happened, in order. */
    List<String> timeline(AlertId id) {
        List<?> items = (List<?>) Objects.requireNonNull(web.get()
                        .uri("/api/v1/alerts/{id}/timeline", id)
                        .retrieve()
                        .bodyToMono(JSON)
                        .block(SOON))
                .get("items");
        return Objects.requireNonNull(items).stream()
                .map(item -> (String) Objects.requireNonNull(((Map<?, ?>) item).get("kind")))
                .toList();
    }
}
