package io.tidemark.endtoend.day;

import static io.tidemark.detect.Severity.CRITICAL;
import static io.tidemark.detect.Severity.HIGH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.route.Channel;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Monday, ten o'clock in Shenzhen. M-1 and M-2 are managers of SZ-01, S-1 its supervisor, R-1 the head of the region. */
class DayInABankIT {
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;

    private final Day day = new Day("2026-11-23T02:00:00Z");

    @BeforeEach
    void opens() {
        day.counter().put("branches", List.of(branch("SZ-01", "SZ"), branch("SZ", null)));
        day.counter()
                .put(
                        "managers",
                        List.of(
                                person("M-1", "SZ-01", false),
                                person("M-2", "SZ-01", false),
                                person("S-1", "SZ-01", true),
                                person("R-1", "SZ", true)));
        day.counter()
                .put(
                        "assignments",
                        Stream.of("C-1", "C-2", "C-3")
                                .map(client -> Map.of("client", client, "manager", "M-1"))
                                .toList());
    }

    @AfterEach
    void closes() {
        day.close();
    }

    private static Map<String, ?> branch(String id, @Nullable String parent) {
        return parent == null ? Map.of("id", id, "name", id) : Map.of("id", id, "name", id, "parent", parent);
    }

    private static Map<String, ?> person(String id, String branch, boolean supervisor) {
        int number = Math.floorMod(id.hashCode(), 90) + 10;
        return Map.of(
                "id", id, "name", id, "branch", branch, "supervisor", supervisor, "mobile", "+86100000000" + number);
    }

    @Test
    void whoeverDoesNotAnswerIsFollowedByTheSupervisorAndTheHeadOfTheRegion() {
        day.at(0).falls("C-1", CRITICAL).push("M-1");
        day.at(59).silence();
        day.at(60).sms("M-1");
        day.at(299).silence();
        day.at(300).push("S-1").sms("S-1");
        day.at(600).push("R-1").sms("R-1");
        day.at(4 * HOUR).silence();
        assertThat(day.timeline("C-1"))
                .containsSubsequence("DETECTED", "ROUTED", "SENT", "SENT", "ESCALATED", "SENT", "ESCALATED", "SENT");
    }

    @Test
    void theLedgerTellsOfEachMessageWithoutItsTextAndNumber() {
        day.at(0).falls("C-1", CRITICAL).push("M-1");
        day.at(60).sms("M-1");
        List<Map<String, Object>> sent = day.counter().deliveries(day.alertOf("C-1"));
        assertThat(sent).extracting("channel").containsExactly("SMS", "PUSH");
        assertThat(sent).extracting("state").containsOnly("ACCEPTED");
        assertThat((String) sent.get(0).get("phone")).matches("100\\*{4}\\d{4}");
        assertThat(sent.get(0)).doesNotContainKey("text");
        assertThat(sent.get(0).get("attempts")).asInstanceOf(LIST).hasSize(1);
    }

    @Test
    void anAnswerStopsWhateverIsStillToCome() {
        day.at(0).falls("C-1", CRITICAL).push("M-1");
        day.at(30).acknowledges("M-1", "C-1", null);
        day.at(8 * HOUR).silence();
        assertThat(day.status("C-1")).isEqualTo("ACKNOWLEDGED");
    }

    @Test
    void aPromiseThatLapsesComesBackToTheSupervisor() {
        day.at(0).falls("C-1", HIGH).push("M-1");
        day.at(30).acknowledges("M-1", "C-1", (long) HOUR);
        day.at(HOUR - 1).silence();
        day.at(HOUR).push("S-1").sms("S-1");
        assertThat(day.status("C-1")).isEqualTo("OPEN");
        day.acknowledges("S-1", "C-1", null);
        day.at(6 * HOUR).silence();
        assertThat(day.timeline("C-1")).containsSubsequence("ACKNOWLEDGED", "PROMISE_LAPSED", "ACKNOWLEDGED");
    }

    @Test
    void whoIsAwayIsRepresented() {
        day.counter().absence("M-1", "2026-11-23T00:00:00+08:00", "2026-11-24T00:00:00+08:00", "M-2");
        day.at(0).falls("C-1", CRITICAL).push("M-2");
        day.at(60).sms("M-2");
        day.acknowledges("M-2", "C-1", null);
        day.at(HOUR).silence();
    }

    @Test
    void theNightIsForWhatIsCriticalAlone() {
        int night = 12 * HOUR;
        day.at(night).falls("C-1", HIGH).falls("C-2", HIGH).raise("C-3", Rule.ABNORMAL_OUTFLOW, Severity.MEDIUM);
        day.silence();
        day.at(night + HOUR).falls("C-3", CRITICAL).push("M-1");
        day.at(night + HOUR + MINUTE).sms("M-1");
        day.acknowledges("M-1", "C-3", null);
        int morning = 21 * HOUR + 30 * MINUTE;
        day.at(morning - 1).silence();
        day.at(morning).digest(Channel.PUSH, "M-1", 3).digest(Channel.SMS, "M-1", 3);
        assertThat(day.timeline("C-1")).containsSubsequence("HELD", "SENT");
    }

    @Test
    void whatRecoversOrIsAnsweredDuringTheNightDropsOutOfTheDigest() {
        int night = 12 * HOUR;
        day.at(night).falls("C-1", HIGH).falls("C-2", HIGH).falls("C-3", HIGH);
        day.at(night + HOUR).acknowledges("M-1", "C-2", null);
        day.at(night + 2 * HOUR).raise("C-3", Rule.RECOVERED, Severity.INFO);
        day.at(21 * HOUR + 30 * MINUTE).digest(Channel.PUSH, "M-1", 1).digest(Channel.SMS, "M-1", 1);
        day.acknowledges("M-1", "C-1", null);
        day.at(24 * HOUR).silence();
    }

    @Test
    void aSuccessorHearsAtOnceOfWhatIsOpen() {
        day.at(0).falls("C-1", CRITICAL).push("M-1");
        day.at(20)
                .tells("assignments", Map.of("client", "C-1", "manager", "M-2"))
                .push("M-2");
        day.at(80).sms("M-2");
        day.acknowledges("M-2", "C-1", null);
        day.at(HOUR).silence();
        assertThat(day.timeline("C-1")).contains("HANDED_OVER");
        assertThat(day.counter().alert(day.alertOf("C-1"))).containsEntry("managerId", "M-2");
    }

    @Test
    void aClientWithoutAManagerIsTheSupervisorsAtOnce() {
        day.at(0).falls("C-9", CRITICAL).push("S-1").sms("S-1");
        day.acknowledges("S-1", "C-9", null);
        day.at(HOUR).silence();
    }

    @Test
    void whatHasGotWorseIsOpenAgain() {
        day.at(0).falls("C-1", HIGH).push("M-1");
        var first = day.alertOf("C-1");
        day.at(10).acknowledges("M-1", "C-1", null);
        day.at(2 * HOUR)
                .raise("C-1", Rule.BAND_WORSENED, Severity.MEDIUM)
                .push("M-1")
                .push("S-1")
                .sms("S-1");
        assertThat(day.counter().alert(first)).containsEntry("status", "OPEN");
        day.counter().act("S-1", first, "acknowledge", Map.of());
        day.acknowledges("M-1", "C-1", null);
        day.at(4 * HOUR).silence();
    }

    @Test
    void afterTenMinutesWithoutAnyGatewayEachPersonGetsOneDigest() {
        day.at(0).gatewaysDie();
        day.falls("C-1", HIGH).falls("C-2", HIGH);
        day.at(5 * MINUTE).falls("C-3", HIGH);
        day.at(10 * MINUTE).silence();
        day.gatewaysReturn();
        day.within(2 * MINUTE).digest(Channel.PUSH, "M-1", 3).digest(Channel.SMS, "M-1", 3);
    }
}
