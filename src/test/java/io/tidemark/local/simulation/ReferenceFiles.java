package io.tidemark.local.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
    private static final int DAYS_OPEN = 14;
    private static final Map<LocalDate, String> HOLIDAYS = Map.of(
            LocalDate.of(2027, 1, 1), "元旦",
            LocalDate.of(2027, 5, 1), "劳动节",
            LocalDate.of(2027, 10, 1), "国庆节");

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

    /**
     * @param today from when on the bank works for a while without a day off
     * @return bodies of {@code PUT /api/v1/reference/…} by the last of the path, in the order in which to put them
     */
    public static Map<String, String> bodies(SimulatedBank bank, LocalDate today) {
        var bodies = new LinkedHashMap<String, String>();
        bodies.put("branches", lines(Staff.branches()));
        bodies.put("managers", lines(Staff.members()));
        bodies.put("clients", lines(clients(bank)));
        bodies.put("assignments", lines(assignments(bank)));
        bodies.put("banks", lines(banks()));
        bodies.put("rates", lines(rates()));
        bodies.put("holidays", lines(holidays(today)));
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

    private static Stream<?> holidays(LocalDate today) {
        var opened =
                Stream.iterate(today, day -> day.plusDays(1)).limit(DAYS_OPEN).toList();
        return Stream.concat(
                opened.stream().map(day -> holiday(day, "开放日", true)),
                HOLIDAYS.entrySet().stream()
                        .filter(holiday -> !opened.contains(holiday.getKey()))
                        .map(holiday -> holiday(holiday.getKey(), holiday.getValue(), false)));
    }

    private static Map<String, ?> holiday(LocalDate day, String name, boolean workday) {
        return Map.of("day", day.toString(), "name", name, "workday", workday);
    }

    private static Map<String, List<String>> policy() {
        return Map.of("ownBanks", codes(Bank.Kind.OWN), "notCompetitors", codes(Bank.Kind.NOT_COMPETITOR));
    }

    private static List<String> codes(Bank.Kind kind) {
        return Bank.of(kind).stream().map(bank -> bank.code).toList();
    }
}
