package io.tidemark.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReferenceFilesTest {
    private static final JsonMapper JSON = new JsonMapper();

    private Map<String, String> files;

    @BeforeEach
    void write(@TempDir Path directory) {
        files = ReferenceFiles.write(new SimulatedBank(1, 300), directory);
    }

    @Test
    void everyClientIsAssignedToAManagerWhoIsThere() throws IOException {
        var clients = read("tidemark.reference.clients-file");
        var managers = read("tidemark.reference.managers-file");
        var assignments = read("tidemark.reference.assignments-file");

        assertThat(clients).hasSize(300);
        assertThat(texts(assignments, "client")).isEqualTo(texts(clients, "id"));
        assertThat(texts(managers, "id")).containsAll(texts(assignments, "manager"));
    }

    @Test
    void theBankAndItsCompetitorsAreNamed() throws IOException {
        var banks = read("tidemark.reference.banks-file");

        assertThat(banks)
                .anySatisfy(bank -> {
                    assertThat(bank.get("code").asString()).isEqualTo("308584000013");
                    assertThat(bank.get("name").asString()).isEqualTo("招商银行");
                    assertThat(bank.get("kind").asString()).isEqualTo("COMPETITOR");
                })
                .anySatisfy(bank -> assertThat(bank.get("kind").asString()).isEqualTo("OWN"));
    }

    private List<JsonNode> read(String property) throws IOException {
        return Files.readAllLines(Path.of(files.get(property))).stream()
                .map(JSON::readTree)
                .toList();
    }

    private static List<String> texts(List<JsonNode> nodes, String field) {
        return nodes.stream().map(node -> node.get(field).asString()).toList();
    }
}
