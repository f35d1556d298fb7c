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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationStyle;

/**
 * How the bank wants its people to be told; what is absent is as in {@link RoutingPolicy#DEFAULT}.
 *
 * @param answerWithin how long each level has to answer
 * @param workingTime whose time to answer counts in working hours only
 * @param working such as {@code 09:00-18:00}, in each person's own time zone
 * @param quiet such as {@code 21:00-07:30}, of whoever has set none
 * @param channels of whoever has set none, in order, with their head start, such as {@code PUSH,SMS+60s}
 */
@ConfigurationProperties("tidemark.route")
record RouteProperties(
        @Nullable Map<Severity, Duration> answerWithin,
        @Nullable Set<Severity> workingTime,
        @Nullable String working,
        @Nullable String quiet,
        @Nullable Map<Severity, List<String>> channels) {

    /** @param offered the channels that lead anywhere; others are not planned for */
    RoutingPolicy policy(Set<Channel> offered) {
        RoutingPolicy standard = RoutingPolicy.DEFAULT;
        return new RoutingPolicy(
                answers(standard.answers()),
                working == null ? standard.working() : span("working", working, WorkingHours::new),
                quiet == null ? standard.quiet() : span("quiet", quiet, QuietHours::new),
                chosen(standard.channels()),
                offered);
    }

    private Map<Severity, AnswerTime> answers(Map<Severity, AnswerTime> standard) {
        Map<Severity, AnswerTime> answers = new HashMap<>(standard);
        if (answerWithin != null) {
            answerWithin.forEach((severity, within) -> answers.put(severity, answer(severity, within)));
        }
        if (workingTime != null) {
            answers.replaceAll((severity, time) -> new AnswerTime(time.time(), workingTime.contains(severity)));
        }
        return answers;
    }

    private static AnswerTime answer(Severity severity, Duration within) {
        if (within.isNegative() || within.isZero()) {
            throw new StartupProblem(
                    "tidemark.route.answer-within." + severity + " is " + within + ".",
                    "Write a positive duration, such as 15m.");
        }
        @Nullable AnswerTime standard = RoutingPolicy.DEFAULT.answers().get(severity);
        return new AnswerTime(within, standard != null && standard.working());
    }

    private Map<Severity, List<ChannelChoice>> chosen(Map<Severity, List<ChannelChoice>> standard) {
        Map<Severity, List<ChannelChoice>> chosen = new HashMap<>(standard);
        if (channels != null) {
            channels.forEach((severity, choices) -> chosen.put(
                    severity,
                    choices.stream().map(RouteProperties::choice).collect(Collectors.toList())));
        }
        return chosen;
    }

    private static ChannelChoice choice(String written) {
        try {
            String[] parts = written.strip().split("\\+", 2);
            return new ChannelChoice(
                    Channel.valueOf(parts[0]),
                    parts.length == 1 ? Duration.ZERO : DurationStyle.detectAndParse(parts[1]));
        } catch (IllegalArgumentException wrong) {
            throw new StartupProblem(
                    "tidemark.route.channels has " + written + ".",
                    "Write PUSH, CHAT or SMS, and a head start if wanted, such as SMS+60s.",
                    wrong);
        }
    }

    private static <T> T span(String property, String written, Span<T> type) {
        try {
            String[] ends = written.split("-", 2);
            Function<Integer, LocalTime> end = index -> LocalTime.parse(ends[index].strip());
            return type.of(end.apply(0), end.apply(1));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException wrong) {
            throw new StartupProblem(
                    "tidemark.route." + property + " is " + written + ".",
                    "Write two local times, such as 09:00-18:00.",
                    wrong);
        }
    }

    private interface Span<T> {
        T of(LocalTime from, LocalTime to);
    }
}
