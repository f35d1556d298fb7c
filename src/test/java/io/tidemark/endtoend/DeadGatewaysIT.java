package io.tidemark.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.local.sms.Receipting;
import io.tidemark.local.sms.SmppPeer;
import io.tidemark.movement.RandomMovements;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same movements with a provider that lets us in and with one that does not: nobody but the phones may notice. */
class DeadGatewaysIT {
    private static final int MOVEMENTS = 12_000;
    private static final int CLIENTS = 500;
    private static final int MANAGERS = 20;
    private static final int REFUSED = 0x0D;
    private static final Duration FLOW = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT =
            new ParameterizedTypeReference<>() {};

    @TempDir
    Path directory;

    private final JsonMapper json = new JsonMapper();

    @Test
    void whileNoGatewayLetsUsInAlertsComeAsEverAndAllThatWasToBeToldIsToldAfterwards() throws Exception {
        try (SmppPeer peer = SmppPeer.listening()) {
            peer.sendsReceipts(Receipting.AFTER_ANSWER);
            Set<String> withLiving = day("living", peer, () -> {});
            peer.letsIn(request -> REFUSED);
            peer.dropAll();
            int rungBefore = peer.messages().size();
            Set<String> withDead = day("dead", peer, () -> {
                assertThat(peer.messages()).hasSize(rungBefore);
                peer.letsIn(request -> 0);
            });
            assertThat(withDead).isEqualTo(withLiving);
            // What waited is told as digests: not many more messages than there are people.
            assertThat(peer.messages().size() - rungBefore).isBetween(1, MANAGERS * 3);
        }
    }

    /**
     * @param evening what happens when all alerts are on the feed, before the text messages are waited for
     * @return what the alerts say, wherever they were kept
     */
    private Set<String> day(String gateway, SmppPeer peer, Runnable evening) {
        Surroundings surroundings = Surroundings.fresh();
        Records records = new Records(surroundings.database());
        List<Duration> ages = new CopyOnWriteArrayList<>();
        try (RunningService service = RunningService.start(surroundings.routing(settings(peer)));
                Ledger ledger = new Ledger(movements(), surroundings.topic())) {
            tellOfPeople(service.client());
            Disposable stream = ages(service.client(), ages);
            Instant begun = Instant.now();
            ledger.flow(MOVEMENTS, FLOW).join();
            await().atMost(PATIENCE).until(() -> records.checkpointed() == MOVEMENTS);
            Duration judged = Duration.between(begun, Instant.now());
            await().atMost(PATIENCE).until(() -> ages.size() == records.alerts().size());
            await().atMost(PATIENCE).until(() -> count(records, "state <> 'EXPIRED'") > 0);
            assertThat(count(records, "state = 'FAILED'")).isZero();
            evening.run();
            await().atMost(PATIENCE).until(() -> count(records, "state not in ('DELIVERED', 'EXPIRED')") == 0);
            stream.dispose();
            System.out.printf(
                    "DeadGatewaysIT: gateway %s, %d alerts, median from detection to subscriber %d ms, all judged %d ms"
                            + " after the first was sent, of which %d ms were the sending%n",
                    gateway, ages.size(), median(ages).toMillis(), judged.toMillis(), FLOW.toMillis());
            return new TreeSet<>(records.query(
                    "select rule || ' ' || client_id || ' ' || severity from alert where severity <> 'INFO'"));
        }
    }

    private static long count(Records records, String condition) {
        return Long.parseLong(records.query("select count(*) from delivery where " + condition)
                .get(0));
    }

    private static Duration median(List<Duration> ages) {
        return ages.stream().sorted().skip(ages.size() / 2).findFirst().orElse(Duration.ZERO);
    }

    private Disposable ages(WebClient client, List<Duration> ages) {
        return client.get()
                .uri("/api/v1/alerts/stream?since=0")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .retrieve()
                .bodyToFlux(EVENT)
                .filter(event -> Objects.equals(event.event(), "alert"))
                .map(event -> json.readTree(Objects.requireNonNull(event.data())))
                .subscribe(alert -> ages.add(Duration.between(detectedAt(alert), Instant.now())));
    }

    private static Instant detectedAt(JsonNode alert) {
        return Instant.parse(alert.get("detectedAt").asString());
    }

    private static RandomMovements movements() {
        return RandomMovements.calm(11, CLIENTS, MOVEMENTS);
    }

    private String[] settings(SmppPeer peer) {
        Stream<String> reference = Ledger.reference(directory).stream();
        Stream<String> own = Stream.of(
                "--tidemark.routing.quiet.from=00:00",
                "--tidemark.routing.quiet.to=00:00",
                "--tidemark.deliver.smpp[0].name=carrier",
                "--tidemark.deliver.smpp[0].host=127.0.0.1",
                "--tidemark.deliver.smpp[0].port=" + peer.port(),
                "--tidemark.deliver.smpp[0].account.system-id=tidemark",
                "--tidemark.deliver.smpp[0].timing.reconnect-longest=1s",
                "--tidemark.deliver.breaker.open=1s",
                "--tidemark.deliver.per-second-otherwise=10000",
                "--tidemark.deliver.cap.messages=100000");
        Stream<String> atOnce = Stream.of("CRITICAL", "HIGH", "MEDIUM")
                .map(severity -> "--tidemark.routing.channels." + severity + "[0].channel=SMS");
        return Stream.of(reference, own, atOnce).flatMap(each -> each).toArray(String[]::new);
    }

    private void tellOfPeople(WebClient client) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        put(
                client,
                "holidays",
                IntStream.range(0, 2)
                        .mapToObj(days ->
                                Map.of("day", today.plusDays(days).toString(), "name", "open", "workday", true)));
        put(
                client,
                "managers",
                IntStream.range(0, MANAGERS)
                        .mapToObj(number -> Map.of(
                                "id",
                                "M-" + number,
                                "name",
                                "M",
                                "branch",
                                "B",
                                "mobile",
                                "+8610000000" + (100 + number))));
        List<String> clients = new ArrayList<>(clients());
        put(
                client,
                "assignments",
                IntStream.range(0, clients.size())
                        .mapToObj(
                                number -> Map.of("client", clients.get(number), "manager", "M-" + number % MANAGERS)));
    }

    private static Set<String> clients() {
        Set<String> clients = new TreeSet<>();
        movements().forEachRemaining(entry -> clients.add(entry.client().value()));
        return clients;
    }

    private void put(WebClient client, String kind, Stream<? extends Map<String, ?>> lines) {
        String answer = client.put()
                .uri("/api/v1/reference/" + kind)
                .contentType(MediaType.APPLICATION_NDJSON)
                .bodyValue(lines.map(json::writeValueAsString).collect(Collectors.joining("\n")))
                .retrieve()
                .bodyToMono(String.class)
                .block(PATIENCE);
        assertThat(answer).contains("\"rejected\":[]");
    }
}
