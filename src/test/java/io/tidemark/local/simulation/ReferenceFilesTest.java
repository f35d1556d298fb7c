package io.tidemark.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReferenceFilesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2026, 12, 31);

    private final Map<String, String> bodies = ReferenceFiles.bodies(new SimulatedBank(1, 300), NEW_YEARS_EVE);

    @Test
    void everyClientIsAssignedToAManagerWhoIsThere() {
        var clients = read("clients");
        var assignments = read("assignments");

        assertThat(clients).hasSize(300);
        assertThat(texts(assignments, "client")).isEqualTo(texts(clients, "id"));
        assertThat(texts(read("managers"), "id")).containsAll(texts(assignments, "manager"));
    }

    @Test
    void everyBranchHasASupervisorAndSoHasTheRegionAboveIt() {
        Set<String> supervised = read("managers").stream()
                .filter(manager -> manager.get("supervisor").asBoolean())
                .map(manager -> manager.get("branch").asString())
                .collect(Collectors.toSet());
        Map<String, String> above = read("branches").stream()
                .filter(branch -> branch.has("parent"))
                .collect(Collectors.toMap(branch -> branch.get("id").asString(), branch -> branch.get("parent")
                        .asString()));

        for (String branch : texts(read("clients"), "branch")) {
            assertThat(supervised).contains(branch, above.get(branch));
        }
    }

    @Test
    void noTwoPeopleShareAMobileAndNoneIsOfARealNetwork() {
        assertThat(texts(read("managers"), "mobile"))
                .doesNotHaveDuplicates()
                .allMatch(mobile -> mobile.matches("\\+8610\\d{9}"));
    }

    @Test
    void theBankAndItsCompetitorsAreNamed() {
        assertThat(read("banks"))
                .anySatisfy(bank -> {
                    assertThat(bank.get("code").asString()).isEqualTo("308584000013");
                    assertThat(bank.get("name").asString()).isEqualTo("招商银行");
                    assertThat(bank.get("kind").asString()).isEqualTo("COMPETITOR");
                })
                .anySatisfy(bank -> assertThat(bank.get("kind").asString()).isEqualTo("OWN"));
    }

    @Test
    void theBankWorksOnEachOfTheNextDays() {
        Map<String, Boolean> workdays = read("holidays").stream()
                .collect(Collectors.toMap(holiday -> holiday.get("day").asString(), holiday -> holiday.get("workday")
                        .asBoolean()));

        assertThat(workdays)
                .containsEntry("2026-12-31", true)
                .containsEntry("2027-01-01", true)
                .containsEntry("2027-01-02", true)
                .containsEntry("2027-05-01", false);
    }

    private List<JsonNode> read(String kind) {
        return bodies.get(kind).lines().map(JSON::readTree).toList();
    }

    private static List<String> texts(List<JsonNode> nodes, String field) {
        return nodes.stream().map(node -> node.get(field).asString()).toList();
    }
}
