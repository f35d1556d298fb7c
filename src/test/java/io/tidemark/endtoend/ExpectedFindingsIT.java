package io.tidemark.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidemark.local.SharedStack;
import io.tidemark.local.replay.MovementFile;
import io.tidemark.local.replay.Progress;
import io.tidemark.local.replay.Replay;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Streams with the findings that an independent program expects, through the whole service and out of its API. */
class ExpectedFindingsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(strings = {"berka", "generated"})
    void whatTheServiceFoundIsWhatWasExpected(String stream) throws IOException {
        Path folder = Path.of("..", "shared", "data", stream);
        assumeTrue(Files.isDirectory(folder), folder + " is not on this machine");
        Surroundings surroundings = Surroundings.fresh();
        Path rates = folder.resolve("rates.ndjson");
        String[] reference = Files.exists(rates)
                ? new String[] {
                    "--tidemark.policy.file=" + folder.resolve("policy.json"), "--tidemark.rates.file=" + rates
                }
                : new String[] {"--tidemark.policy.file=" + folder.resolve("policy.json")};

        try (RunningService service = RunningService.start(surroundings, reference)) {
            long published = new Replay(SharedStack.get().kafkaBootstrapServers(), surroundings.topic())
                    .publish(MovementFile.at(folder.resolve("movements.ndjson.gz")), Progress.onStandardOutput());
            Records records = new Records(surroundings.database());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(records.checkpointed()).isEqualTo(published));

            List<String> found = findings(service);
            List<String> expected = expected(folder);
            assertThat(found).hasSameSizeAs(expected);
            assertThat(byClient(found)).isEqualTo(byClient(expected));
        }
    }

    private static List<String> findings(RunningService service) {
        return Objects.requireNonNull(service.client()
                .get()
                .uri("/api/v1/findings")
                .accept(MediaType.APPLICATION_NDJSON)
                .retrieve()
                .bodyToFlux(JsonNode.class)
                .map(Object::toString)
                .collectList()
                .block());
    }

    private static Map<String, List<String>> byClient(List<String> findings) {
        return findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> JSON.readTree(finding).get("clientId").asString()));
    }

    private static List<String> expected(Path folder) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve("expected-findings.ndjson.gz"))),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
