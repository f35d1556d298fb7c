package io.tidemark.deliver.webpush;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import io.tidemark.deliver.Gateways;
import io.tidemark.local.Database;
import io.tidemark.local.SharedStack;
import io.tidemark.local.push.PushPeer;
import io.tidemark.local.push.PushPeer.Mood;
import io.tidemark.local.push.VapidPair;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

/** What a browser sees of subscribing, leaving and trying, over real HTTP and with a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushHttpIT {
    private static final Database DATABASE = SharedStack.freshDatabase();
    private static final VapidPair VAPID = VapidPair.generate();

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final PushPeer peer = new PushPeer();
    private final ReactiveWebServerApplicationContext service = start(settings());

    @AfterAll
    void close() {
        service.close();
        peer.close();
    }

    @Test
    void aBrowserAsksForTheKeyThatItSubscribesWith() {
        HttpResponse<String> response = call("GET", "/key", null, "");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"publicKey\":\"" + VAPID.publicKey() + "\"}");
    }

    @Test
    void aBrowserThatSubscribesTwiceIsSubscribedOnce() {
        PushPeer.Browser browser = peer.browser();
        HttpResponse<String> first = call("POST", "/subscriptions", "M-1", browser.subscription());
        HttpResponse<String> second = call("POST", "/subscriptions", "M-1", browser.subscription());

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(results("M-1")).isEqualTo("ACCEPTED");
        assertThat(browser.received()).hasSize(1);
        assertThat(browser.received().get(0).text()).contains("\"reference\":\"TEST\"");
    }

    @Test
    void aTryTellsOfEachBrowserAndWhatIsGoneIsGone() {
        PushPeer.Browser gone = peer.browser();
        call("POST", "/subscriptions", "M-2", gone.subscription());
        call("POST", "/subscriptions", "M-2", peer.browser().subscription());
        gone.becomes(Mood.GONE);

        assertThat(results("M-2")).contains("BAD_ADDRESS").contains("ACCEPTED");
        assertThat(results("M-2")).isEqualTo("ACCEPTED");
    }

    @Test
    void aBrowserLeavesByItsIdOrByItsAddressAndAnotherPersonCannotMakeItLeave() {
        PushPeer.Browser browser = peer.browser();
        String id = json.readTree(call("POST", "/subscriptions", "M-3", browser.subscription())
                        .body())
                .get("subscriptionId")
                .asString();

        assertThat(call("DELETE", "/subscriptions/" + id, "M-4", "").statusCode())
                .isEqualTo(204);
        assertThat(results("M-3")).isEqualTo("ACCEPTED");
        assertThat(call("DELETE", "/subscriptions/" + id, "M-3", "").statusCode())
                .isEqualTo(204);
        assertThat(results("M-3")).isEmpty();

        call("POST", "/subscriptions", "M-3", browser.subscription());
        assertThat(call("DELETE", "/subscriptions", "M-3", browser.subscription())
                        .statusCode())
                .isEqualTo(204);
        assertThat(results("M-3")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"endpoint\":\"http://127.0.0.1:1/a\"}",
                "{\"endpoint\":\"http://127.0.0.1:1/a\",\"keys\":{\"p256dh\":\"AAAA\",\"auth\":\"AAAA\"}}"
            })
    void whatIsNoSubscriptionIsRefusedWithASentence(String body) {
        HttpResponse<String> response = call("POST", "/subscriptions", "M-5", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("PushSubscription");
    }

    @Test
    void aPushServiceThatIsNotOnTheListIsRefused() {
        String body = peer.browser().subscription().replace("http://127.0.0.1", "https://push.evil.example");

        HttpResponse<String> response =
                call("POST", "/subscriptions", "M-5", body.replaceAll("example:[0-9]+", "example"));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("fcm.googleapis.com");
    }

    @Test
    void whoDoesNotSayWhoItIsIsRefused() {
        assertThat(call("POST", "/subscriptions", null, peer.browser().subscription())
                        .statusCode())
                .isEqualTo(400);
        assertThat(call("POST", "/test", null, "").body()).contains("Tidemark-Actor");
    }

    @Test
    void tooMuchIsRefused() {
        assertThat(call("POST", "/subscriptions", "M-5", " ".repeat(9000)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void withoutKeysNothingIsOffered() {
        try (ReactiveWebServerApplicationContext bare = start(new HashMap<>())) {
            assertThat(bare.getBean(Gateways.class).configured()).isEmpty();
            HttpResponse<String> response = call(bare, "GET", "/key", null, "");
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).contains("tidemark.deliver.web-push.vapid");
        }
    }

    private String results(String actor) {
        StringBuilder results = new StringBuilder();
        json.readTree(call("POST", "/test", actor, "").body())
                .get("results")
                .forEach(each -> results.append(each.get("result").asString()));
        return results.toString();
    }

    private HttpResponse<String> call(String method, String path, String actor, String body) {
        return call(service, method, path, actor, body);
    }

    private HttpResponse<String> call(
            ReactiveWebServerApplicationContext at, String method, String path, String actor, String body) {
        int port = Objects.requireNonNull(at.getWebServer()).getPort();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/push" + path))
                .method(method, BodyPublishers.ofString(body));
        if (actor != null) {
            request.header("Tidemark-Actor", actor);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(VAPID.settings());
        settings.put("tidemark.deliver.web-push.loopback-allowed", "true");
        return settings;
    }

    private static ReactiveWebServerApplicationContext start(Map<String, String> settings) {
        SpringApplication service = new SpringApplication(PushOnly.class);
        service.setRegisterShutdownHook(false);
        settings.put("server.port", "0");
        return (ReactiveWebServerApplicationContext) service.run(settings.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new));
    }

    // No configuration by name, so that the whole service does not find it when it looks for its own.
    @EnableAutoConfiguration
    @ComponentScan({"io.tidemark.deliver.webpush", "io.tidemark.web"})
    static class PushOnly {

        @Bean
        ConnectionFactory connections() {
            Flyway.configure()
                    .dataSource(DATABASE.jdbcUrl(), DATABASE.username(), DATABASE.password())
                    .load()
                    .migrate();
            return new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                    .host(DATABASE.host())
                    .port(DATABASE.port())
                    .database(DATABASE.name())
                    .username(DATABASE.username())
                    .password(DATABASE.password())
                    .build());
        }

        @Bean
        DatabaseClient database(ConnectionFactory connections) {
            return DatabaseClient.create(connections);
        }

        @Bean
        TransactionalOperator transaction(ConnectionFactory connections) {
            return TransactionalOperator.create(new R2dbcTransactionManager(connections));
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

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
