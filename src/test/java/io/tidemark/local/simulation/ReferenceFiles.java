package io.tidemark.local.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What the service must know of the invented bank, in the files it reads: people, banks, policy, rates. */
public final class ReferenceFiles {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String LONG_AGO = "2020-01-01T00:00:00+08:00";

    private final Path directory;

    private ReferenceFiles(Path directory) {
        this.directory = directory;
    }

    /** @return the paths by the configuration property that names them to the service */
    public static Map<String, String> write(SimulatedBank bank, Path directory) {
        var files = new ReferenceFiles(directory);
        return Map.of(
                "tidemark.reference.clients-file", files.write("clients.ndjson", clients(bank)),
                "tidemark.reference.managers-file", files.write("managers.ndjson", managers()),
                "tidemark.reference.assignments-file", files.write("assignments.ndjson", assignments(bank)),
                "tidemark.reference.banks-file", files.write("banks.ndjson", banks()),
                "tidemark.policy.file", files.write("policy.json", Stream.of(policy())),
                "tidemark.rates.file",
                        files.write("rates.ndjson", Stream.of(Map.of("currency", "USD", "rate", "7.18"))));
    }

    private String write(String name, Stream<?> lines) {
        try {
            var text = lines.map(JSON::writeValueAsString).toList();
            return Files.write(directory.resolve(name), text, StandardCharsets.UTF_8)
                    .toString();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Stream<?> clients(SimulatedBank bank) {
        return bank.customers().stream()
                .map(client -> Map.of(
                        "id",
                        client.id,
                        "name",
                        client.name,
                        "branch",
                        People.branchOf(client.manager),
                        "locale",
                        "zh-CN"));
    }

    private static Stream<?> managers() {
        var names = new People(new SplittableRandom(MANAGER_NAMES));
        return IntStream.range(0, People.MANAGERS)
                .mapToObj(manager -> Map.of(
                        "id", managerId(manager),
                        "name", names.name(),
                        "branch", People.branchOf(manager),
                        "locale", "zh-CN"));
    }

    private static final long MANAGER_NAMES = 7;

    private static Stream<?> assignments(SimulatedBank bank) {
        return bank.customers().stream()
                .map(client -> Map.of("client", client.id, "manager", managerId(client.manager), "from", LONG_AGO));
    }

    private static Stream<?> banks() {
        return Arrays.stream(Bank.values())
                .map(bank -> Map.of("code", bank.code, "name", bank.title, "kind", bank.kind.name()));
    }

    private static Map<String, List<String>> policy() {
        return Map.of("ownBanks", codes(Bank.Kind.OWN), "notCompetitors", codes(Bank.Kind.NOT_COMPETITOR));
    }

    private static List<String> codes(Bank.Kind kind) {
        return Bank.of(kind).stream().map(bank -> bank.code).toList();
    }

    private static String managerId(int manager) {
        return "M-" + (11 + manager);
    }
}
