package io.tidemark.app;

import io.tidemark.detect.Severity;
import io.tidemark.route.AnswerTime;
import io.tidemark.route.Channel;
import io.tidemark.route.ChannelChoice;
import io.tidemark.route.QuietHours;
import io.tidemark.route.RoutingPolicy;
import io.tidemark.route.WorkingHours;
import io.tidemark.startup.StartupProblem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the bank wants its people to be told, where that is not as in {@link RoutingPolicy#DEFAULT}.
 *
 * @param answers by severity
 * @param working local times, as {@code 09:00}
 * @param quiet local times, of whoever has set none for themselves
 * @param channels by severity, of whoever has chosen none for themselves; in the order wanted
 */
@ConfigurationProperties("tidemark.routing")
record RoutingProperties(
        @DefaultValue Map<Severity, Answer> answers,
        @Nullable Hours working,
        @Nullable Hours quiet,
        @DefaultValue Map<Severity, List<Choice>> channels) {

    /** @param workingTime whether only working time counts */
    record Answer(Duration within, @DefaultValue("false") boolean workingTime) {}

    record Hours(String from, String to) {
        <T> T as(BiFunction<LocalTime, LocalTime, T> type) {
            return type.apply(LocalTime.parse(from), LocalTime.parse(to));
        }
    }

    /** @param after its head start */
    record Choice(Channel channel, @DefaultValue("0s") Duration after) {}

    /** @param offered the channels that lead anywhere */
    RoutingPolicy policy(Set<Channel> offered) {
        RoutingPolicy otherwise = RoutingPolicy.DEFAULT;
        try {
            return new RoutingPolicy(
                    with(otherwise.answers(), answers, it -> new AnswerTime(it.within(), it.workingTime())),
                    working == null ? otherwise.working() : working.as(WorkingHours::new),
                    quiet == null ? otherwise.quiet() : quiet.as(QuietHours::new),
                    with(otherwise.channels(), channels, RoutingProperties::choices),
                    offered);
        } catch (IllegalArgumentException | DateTimeException | NullPointerException wrong) {
            throw new StartupProblem(
                    "tidemark.routing is wrong: " + wrong.getMessage() + ".",
                    "Write answers.HIGH.within=15m, quiet.from=21:00, channels.HIGH[0].channel=SMS and the like,"
                            + " or leave it out.",
                    wrong);
        }
    }

    private static List<ChannelChoice> choices(List<Choice> given) {
        return given.stream()
                .map(each -> new ChannelChoice(each.channel(), each.after()))
                .toList();
    }

    private static <G, T> Map<Severity, T> with(
            Map<Severity, T> otherwise, Map<Severity, G> given, Function<G, T> type) {
        Map<Severity, T> all = new HashMap<>(otherwise);
        given.forEach((severity, each) -> all.put(severity, type.apply(each)));
        return all;
    }
}
