package io.tidemark.route;

import io.tidemark.bank.BranchId;
import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Severity;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody in a test: in Shanghai, with the bank's defaults, unless said otherwise. */
public record People(Person person) {

    public static People manager(String id, String branch) {
        return of(id, branch, false);
    }

    public static People supervisor(String id, String branch) {
        return of(id, branch, true);
    }

    private static People of(String id, String branch, boolean supervisor) {
        return new People(new Person(
                new ManagerId(id),
                "Name of " + id,
                new BranchId(branch),
                "+8613800000000",
                Locale.SIMPLIFIED_CHINESE,
                ZoneId.of("Asia/Shanghai"),
                supervisor,
                null,
                Map.of()));
    }

    public People in(String zone) {
        return with(ZoneId.of(zone), person.quiet(), person.channels());
    }

    public People quiet(String from, String to) {
        return with(person.zone(), new QuietHours(LocalTime.parse(from), LocalTime.parse(to)), person.channels());
    }

    /** By no channel, for this severity. */
    public People wantsNothing(Severity severity) {
        Map<Severity, List<ChannelChoice>> channels = new HashMap<>(person.channels());
        channels.put(severity, List.of());
        return with(person.zone(), person.quiet(), channels);
    }

    /** By this channel too, for this severity, after those said before. */
    public People wants(Severity severity, Channel channel, int afterSeconds) {
        Map<Severity, List<ChannelChoice>> channels = new HashMap<>(person.channels());
        List<ChannelChoice> choices = new ArrayList<>(channels.getOrDefault(severity, List.of()));
        choices.add(new ChannelChoice(channel, Duration.ofSeconds(afterSeconds)));
        channels.put(severity, choices);
        return with(person.zone(), person.quiet(), channels);
    }

    private People with(ZoneId zone, @Nullable QuietHours quiet, Map<Severity, List<ChannelChoice>> channels) {
        return new People(new Person(
                person.id(),
                person.name(),
                person.branch(),
                person.mobile(),
                person.locale(),
                zone,
                person.supervisor(),
                quiet,
                channels));
    }
}
