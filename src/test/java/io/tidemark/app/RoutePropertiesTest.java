package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.detect.Severity;
import io.tidemark.route.AnswerTime;
import io.tidemark.route.Channel;
import io.tidemark.route.ChannelChoice;
import io.tidemark.route.QuietHours;
import io.tidemark.route.RoutingPolicy;
import io.tidemark.startup.StartupProblem;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutePropertiesTest {
    private static final Set<Channel> ALL = Set.of(Channel.values());

    @Test
    void withoutAWordItIsTheStandard() {
        assertThat(new RouteProperties(null, null, null, null, null).policy(ALL)).isEqualTo(RoutingPolicy.DEFAULT);
    }

    @Test
    void whatIsSaidReplacesTheStandardAndTheRestStays() {
        RoutingPolicy policy = new RouteProperties(
                        Map.of(Severity.HIGH, Duration.ofMinutes(10)),
                        null,
                        null,
                        "22:00-06:00",
                        Map.of(Severity.LOW, List.of("CHAT", "SMS+5m")))
                .policy(ALL);
        assertThat(policy.answers())
                .containsEntry(Severity.HIGH, new AnswerTime(Duration.ofMinutes(10), false))
                .containsEntry(Severity.MEDIUM, new AnswerTime(Duration.ofHours(4), true));
        assertThat(policy.quiet()).isEqualTo(new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0)));
        assertThat(policy.channels().get(Severity.LOW))
                .containsExactly(
                        new ChannelChoice(Channel.CHAT, Duration.ZERO),
                        new ChannelChoice(Channel.SMS, Duration.ofMinutes(5)));
    }

    @Test
    void whatCannotBeReadIsSaidWithWhatToWrite() {
        assertThatThrownBy(() -> new RouteProperties(null, null, "nine to five", null, null).policy(ALL))
                .isInstanceOf(StartupProblem.class);
        assertThatThrownBy(() -> new RouteProperties(null, null, null, null, Map.of(Severity.LOW, List.of("FAX")))
                        .policy(ALL))
                .isInstanceOf(StartupProblem.class);
        assertThatThrownBy(() -> new RouteProperties(Map.of(Severity.LOW, Duration.ZERO), null, null, null, null)
                        .policy(ALL))
                .isInstanceOf(StartupProblem.class);
    }
}
