package io.tidemark.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.detect.Severity;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a policy may say. */
class RoutingPolicyTest {
    @Test
    void anAnswerTakesSomeTime() {
        assertThatThrownBy(() -> new AnswerTime(Duration.ZERO, false)).hasMessage("an answer takes some time");
    }

    @Test
    void workingHoursEndAfterTheyBegin() {
        assertThatThrownBy(() -> new WorkingHours(LocalTime.of(18, 0), LocalTime.of(9, 0)))
                .hasMessageContaining("on the same day");
    }

    @Test
    void aChannelIsChosenOnceForASeverity() {
        ChannelChoice sms = new ChannelChoice(Channel.SMS, Duration.ZERO);
        assertThatThrownBy(() -> new RoutingPolicy(
                        Map.of(),
                        RoutingPolicy.DEFAULT.working(),
                        RoutingPolicy.DEFAULT.quiet(),
                        Map.of(Severity.HIGH, List.of(sms, sms))))
                .hasMessageContaining("once for a severity");
    }

    @Test
    void withoutAnAnswerTimeNobodyIsWaitedFor() {
        RoutingPolicy patient =
                new RoutingPolicy(Map.of(), RoutingPolicy.DEFAULT.working(), RoutingPolicy.DEFAULT.quiet(), Map.of());
        MemoryRoster roster = new MemoryRoster().with(People.manager("M-17", "SZ-01"));
        assertThat(new Desk(patient, roster, Severity.CRITICAL)
                        .looks("24T10:00")
                        .looksAgain())
                .isEqualTo("never");
    }
}
