package io.tidemark.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidemark.app.PolicyDocument;
import io.tidemark.bank.Banks;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.Rates;
import io.tidemark.movement.Malformed;
import io.tidemark.movement.Movement;
import io.tidemark.movement.MovementDecoder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Streams of movements with the findings that an independent program expects of them. */
class ExpectedFindingsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(strings = {"berka", "generated"})
    void everyFindingIsTheExpectedOneInOrder(String stream) throws IOException {
        Path folder = Path.of("..", "shared", "data", stream);
        assumeTrue(Files.isDirectory(folder), folder + " is not on this machine");

        List<String> found = findings(folder);

        List<String> expected = lines(folder.resolve("expected-findings.ndjson.gz"));
        assertThat(found).containsExactlyElementsOf(expected);
    }

    private static List<String> findings(Path folder) throws IOException {
        Detector detector = detector(folder);
        MovementDecoder decoder = new MovementDecoder();
        Map<ClientId, ClientState> states = new HashMap<>();
        List<String> found = new ArrayList<>();
        long offset = 0;
        for (String line : lines(folder.resolve("movements.ndjson.gz"))) {
            byte[] value = line.getBytes(StandardCharsets.UTF_8);
            try {
                Movement movement = decoder.decode(key(line), value);
                ClientState state = states.getOrDefault(movement.client(), ClientState.NEW);
                Verdict verdict = detector.judge(state, movement, offset++, Long.MAX_VALUE / 2);
                states.put(movement.client(), verdict.state());
                verdict.judgements().forEach(judgement -> judgement
                        .findings()
                        .forEach(finding -> found.add(json(judgement.movement(), finding))));
            } catch (Malformed | Rates.NoRate | ArithmeticException parked) {
                // As the intake does: the record is parked and the partition goes on.
                offset++;
            }
        }
        return found;
    }

    private static byte[] key(String line) {
        try {
            return JSON.readTree(line).path("clientId").asString("").getBytes(StandardCharsets.UTF_8);
        } catch (RuntimeException notJson) {
            return new byte[0];
        }
    }

    private static String json(Movement movement, Finding finding) {
        return "{\"movementId\":\"%s\",\"clientId\":\"%s\",\"rule\":\"%s\",\"qualifier\":\"%s\",\"severity\":\"%s\",\"suppressed\":%s}"
                .formatted(
                        movement.id(),
                        movement.client(),
                        finding.rule(),
                        finding.qualifier(),
                        finding.severity(),
                        finding.suppressed());
    }

    private static Detector detector(Path folder) throws IOException {
        PolicyDocument document = JSON.readValue(Files.readString(folder.resolve("policy.json")), PolicyDocument.class);
        Policy policy = document.toPolicy(1);
        return new Detector(
                Policies.always(policy),
                Versions.always(Banks.NONE),
                Versions.always(new Rates(policy.baseCurrency(), rates(folder))));
    }

    private static Map<Currency, BigDecimal> rates(Path folder) throws IOException {
        Map<Currency, BigDecimal> rates = new HashMap<>();
        Path file = folder.resolve("rates.ndjson");
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                JsonNode rate = JSON.readTree(line);
                rates.put(
                        Currency.getInstance(rate.get("currency").asString()),
                        new BigDecimal(rate.get("rate").asString()));
            }
        }
        return rates;
    }

    private static List<String> lines(Path gzipped) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(gzipped)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
