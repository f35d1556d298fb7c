package io.tidemark.local.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the service must know of the invented bank: by files what it judges by from its first movement on, over HTTP all
 * the rest.
 */
public final class ReferenceFiles {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String LONG_AGO = "2020-01-01T00:00:00+08:00";

    private final Path directory;

    private ReferenceFiles(Path directory) {
        this.directory = directory;
    }

    /** @return the paths by the configuration property that names them to the service */
    public static Map<String, String> write(Path directory) {
        var files = new ReferenceFiles(directory);
        return Map.of(
                "tidemark.policy.file", files.write("policy.json", Stream.of(policy())),
                "tidemark.rates.file", files.write("rates.ndjson", rates()));
    }

    /** @return bodies of {@code PUT /api/v1/reference/…} by the last of the path, in the order in which to put them */
    public static Map<String, String> bodies(SimulatedBank bank) {
        var bodies = new LinkedHashMap<String, String>();
        bodies.put("branches", lines(Staff.branches()));
        bodies.put("managers", lines(Staff.members()));
        bodies.put("clients", lines(clients(bank)));
        bodies.put("assignments", lines(assignments(bank)));
        bodies.put("banks", lines(banks()));
        bodies.put("rates", lines(rates()));
        bodies.put("holidays", lines(holidays()));
        return bodies;
    }

    private String write(String name, Stream<?> lines) {
        try {
            return Files.writeString(directory.resolve(name), lines(lines), StandardCharsets.UTF_8)
                    .toString();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String lines(Stream<?> lines) {
        return lines.map(JSON::writeValueAsString).collect(Collectors.joining("\n", "", "\n"));
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

    private static Stream<?> assignments(SimulatedBank bank) {
        return bank.customers().stream()
                .map(client ->
                        Map.of("client", client.id, "manager", Staff.managerId(client.manager), "validFrom", LONG_AGO));
    }

    private static Stream<?> banks() {
        return Arrays.stream(Bank.values())
                .map(bank -> Map.of("code", bank.code, "name", bank.title, "kind", bank.kind.name()));
    }

    private static Stream<?> rates() {
        return Stream.of(Map.of("currency", "USD", "rate", "7.18"));
    }

    private static Stream<?> holidays() {
        return Stream.of(
                Map.of("day", "2027-01-01", "name", "元旦", "workday", false),
                Map.of("day", "2027-05-01", "name", "劳动节", "workday", false),
                Map.of("day", "2027-10-01", "name", "国庆节", "workday", false));
    }

    private static Map<String, List<String>> policy() {
        return Map.of("ownBanks", codes(Bank.Kind.OWN), "notCompetitors", codes(Bank.Kind.NOT_COMPETITOR));
    }

    private static List<String> codes(Bank.Kind kind) {
        return Bank.of(kind).stream().map(bank -> bank.code).toList();
    }
}
