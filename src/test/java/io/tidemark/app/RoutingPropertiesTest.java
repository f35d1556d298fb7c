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
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RoutingPropertiesTest {

    private static RoutingPolicy policy(Map<String, String> said) {
        return new Binder(new MapConfigurationPropertySource(said))
                .bindOrCreate("tidemark.routing", RoutingProperties.class)
                .policy(Set.of(Channel.values()));
    }

    @Test
    void whereNothingIsSaidItIsAsInTheDefault() {
        assertThat(policy(Map.of())).isEqualTo(RoutingPolicy.DEFAULT);
    }

    @Test
    void whatIsSaidTakesThePlaceOfTheDefaultAndNoMore() {
        RoutingPolicy policy = policy(Map.of(
                "tidemark.routing.answers.HIGH.within", "20m",
                "tidemark.routing.quiet.from", "22:00",
                "tidemark.routing.quiet.to", "06:00",
                "tidemark.routing.channels.LOW[0].channel", "CHAT",
                "tidemark.routing.channels.LOW[0].after", "30s"));
        assertThat(policy.answers().get(Severity.HIGH)).isEqualTo(new AnswerTime(Duration.ofMinutes(20), false));
        assertThat(policy.answers().get(Severity.MEDIUM))
                .isEqualTo(RoutingPolicy.DEFAULT.answers().get(Severity.MEDIUM));
        assertThat(policy.quiet()).isEqualTo(new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0)));
        assertThat(policy.channels().get(Severity.LOW))
                .isEqualTo(List.of(new ChannelChoice(Channel.CHAT, Duration.ofSeconds(30))));
    }

    @Test
    void whatIsWrongIsSaidAtTheStart() {
        assertThatThrownBy(() -> policy(Map.of(
                        "tidemark.routing.working.from", "18:00",
                        "tidemark.routing.working.to", "9 o'clock")))
                .isInstanceOf(StartupProblem.class);
    }
}
