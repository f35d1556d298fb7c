package io.tidemark.movement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The generated stream lies beside the project; where it doesn't, there is nothing to hold the decoder against. */
class GeneratedRecordsTest {
    private static final Path RECORDS = Path.of("../shared/data/generated/movements.ndjson.gz");
    private static final Set<String> RATED = Set.of("CNY", "USD", "EUR", "HKD", "SGD", "JPY", "KWD");
    private static final int MALFORMED = 116;

    private final MovementDecoder decoder = new MovementDecoder();
    private final JacksonOracle oracle = new JacksonOracle();

    @Test
    void asManyAreMalformedAsTheStreamSays() throws IOException {
        assumeTrue(Files.exists(RECORDS), () -> RECORDS + " is not there: nothing to compare with");
        List<String> records = lines();
        long malformed = records.stream()
                .map(record -> read(record))
                .filter(read -> !(read instanceof Movement movement)
                        || !RATED.contains(movement.currency().getCurrencyCode()))
                .count();
        assertThat(malformed).isEqualTo(MALFORMED);
    }

    @Test
    void eachIsReadAsAnotherReaderReadsIt() throws IOException {
        assumeTrue(Files.exists(RECORDS), () -> RECORDS + " is not there: nothing to compare with");
        for (String record : lines()) {
            assertThat(read(record))
                    .as(record)
                    .isEqualTo(oracle.read(key(record), record.getBytes(UTF_8)).orElseThrow());
        }
    }

    private Object read(String record) {
        try {
            return decoder.decode(key(record), record.getBytes(UTF_8));
        } catch (Malformed malformed) {
            return malformed.reason();
        }
    }

    /** The clientId where one can be read. */
    private byte[] key(String record) {
        Optional<JsonNode> client = oracle.object(record.getBytes(UTF_8)).map(object -> object.path("clientId"));
        return client.filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .orElse("unknown")
                .getBytes(UTF_8);
    }

    private static List<String> lines() throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(RECORDS)), UTF_8))) {
            return reader.lines().toList();
        }
    }
}
