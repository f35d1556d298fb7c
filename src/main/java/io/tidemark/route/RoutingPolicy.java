package io.tidemark.route;

import static io.tidemark.detect.Severity.CRITICAL;
import static io.tidemark.detect.Severity.HIGH;
import static io.tidemark.detect.Severity.LOW;
import static io.tidemark.detect.Severity.MEDIUM;

import io.tidemark.detect.Severity;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the bank wants its people to be told.
 *
 * @param answers how long each level has to answer; for a severity that is absent nobody is waited for
 * @param working in each person's own time zone
 * @param quiet of whoever has set none
 * @param channels of whoever has set none for the severity; a severity that is absent is shown on the feed alone
 */
public record RoutingPolicy(
        Map<Severity, AnswerTime> answers,
        WorkingHours working,
        QuietHours quiet,
        Map<Severity, List<ChannelChoice>> channels) {
    private static final List<ChannelChoice> EVERY_WAY = List.of(
            new ChannelChoice(Channel.PUSH, Duration.ZERO),
            new ChannelChoice(Channel.CHAT, Duration.ZERO),
            new ChannelChoice(Channel.SMS, Duration.ofSeconds(60)));

    public static final RoutingPolicy DEFAULT = new RoutingPolicy(
            Map.of(
                    CRITICAL, new AnswerTime(Duration.ofMinutes(5), false),
                    HIGH, new AnswerTime(Duration.ofMinutes(15), false),
                    MEDIUM, new AnswerTime(Duration.ofHours(4), true)),
            new WorkingHours(LocalTime.of(9, 0), LocalTime.of(18, 0)),
            new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 30)),
            Map.of(
                    CRITICAL, EVERY_WAY,
                    HIGH, EVERY_WAY,
                    MEDIUM, EVERY_WAY,
                    LOW, List.of(new ChannelChoice(Channel.PUSH, Duration.ZERO))));

    public RoutingPolicy {
        answers = Map.copyOf(answers);
        channels = channels.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> once(entry.getValue())));
    }

    private static List<ChannelChoice> once(List<ChannelChoice> choices) {
        Set<Channel> seen = new HashSet<>();
        if (!choices.stream().map(ChannelChoice::channel).allMatch(seen::add)) {
            throw new IllegalArgumentException("a channel is chosen once for a severity, not again: " + choices);
        }
        return List.copyOf(choices);
    }

    @Nullable
    AnswerTime answerTime(Severity severity) {
        return answers.get(severity);
    }

    /** In the order wanted. */
    List<ChannelChoice> choices(Person person, Severity severity) {
        return person.channels().getOrDefault(severity, channels.getOrDefault(severity, List.of()));
    }

    QuietHours quiet(Person person) {
        @Nullable QuietHours own = person.quiet();
        return own == null ? quiet : own;
    }
}
