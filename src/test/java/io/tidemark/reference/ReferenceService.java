package io.tidemark.reference;

import io.tidemark.local.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service with nothing but its reference data, on a real database, a port of its own and a clock of the test. */
public final class ReferenceService implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final ReactiveWebServerApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private ReferenceService(ReactiveWebServerApplicationContext context) {
        this.context = context;
    }

    public static ReferenceService start(Database database, Clock clock) {
        SpringApplication service = new SpringApplication(ReferenceOnly.class);
        service.setRegisterShutdownHook(false);
        service.addInitializers(
                started -> ((GenericApplicationContext) started).registerBean("clock", Clock.class, () -> clock));
        String[] arguments = Map.of(
                        "server.port", "0",
                        "tidemark.postgres.host", database.host(),
                        "tidemark.postgres.port", Integer.toString(database.port()),
                        "tidemark.postgres.database", database.name(),
                        "tidemark.postgres.username", database.username(),
                        "tidemark.postgres.password", database.password())
                .entrySet()
                .stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new);
        return new ReferenceService((ReactiveWebServerApplicationContext) service.run(arguments));
    }

    public int port() {
        return Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /** A file of the kind, each line as it is given. */
    public Answer put(String kind, String... lines) {
        return send("PUT", "/api/v1/reference/" + kind, BodyPublishers.ofString(String.join("\n", lines)));
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer send(String method, String path, String json) {
        return send(method, path, BodyPublishers.ofString(json));
    }

    private Answer send(String method, String path, BodyPublisher body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header(
                        "Content-Type",
                        path.startsWith("/api/v1/reference") ? "application/x-ndjson" : "application/json")
                .method(method, body)
                .build());
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body().isEmpty() ? "null" : response.body());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** What came back, as JSON. */
    public record Answer(int status, String body) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** {@code accepted, unchanged, rejected}. */
        public String counts() {
            JsonNode json = json();
            return json.get("accepted").asLong() + " accepted, "
                    + json.get("unchanged").asLong() + " unchanged, "
                    + (json.get("rejected").size() + json.get("rejectedMore").asLong()) + " rejected";
        }

        public String detail() {
            return json().get("detail").asString();
        }
    }

    // No configuration by name, so that the whole service does not find it when it looks for its own.
    @EnableAutoConfiguration
    @ComponentScan(basePackages = {"io.tidemark.reference", "io.tidemark.web"})
    @ComponentScan(
            basePackages = "io.tidemark.app",
            useDefaultFilters = false,
            includeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern = "io\\.tidemark\\.app\\.(Postgres|Document)Configuration"))
    static class ReferenceOnly {
        /** Its own event loops: the shared ones would go away with the first of several services. */
        @Bean
        ReactorResourceFactory ownEventLoops() {
            ReactorResourceFactory own = new ReactorResourceFactory();
            own.setUseGlobalResources(false);
            own.setShutdownQuietPeriod(Duration.ZERO);
            return own;
        }
    }
}
