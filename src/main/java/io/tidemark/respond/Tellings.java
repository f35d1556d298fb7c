package io.tidemark.respond;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.tidemark.alert.Alert;
import io.tidemark.alert.Change;
import io.tidemark.alert.TimelineEntry;
import io.tidemark.alert.TimelineEntry.Kind;
import io.tidemark.bank.ManagerId;
import io.tidemark.route.Notice;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How it reads that people are told: one entry for each of them. */
final class Tellings {
    private Tellings() {}

    /** None if nobody is told. */
    static List<TimelineEntry> entries(Change.Told told, Alert before, List<Notice> notices) {
        TimelineEntry common = TimelineEntry.of(told, before);
        Map<ManagerId, List<Notice>> ofPerson =
                notices.stream().collect(groupingBy(Notice::recipient, LinkedHashMap::new, toList()));
        return ofPerson.values().stream().map(of -> entry(common, of)).toList();
    }

    private static TimelineEntry entry(TimelineEntry common, List<Notice> notices) {
        Notice first = notices.get(0);
        Map<String, String> details = new LinkedHashMap<>(common.details());
        details.put("role", first.role().name());
        details.put(
                "channels", notices.stream().map(each -> each.channel().name()).collect(joining(" ")));
        boolean held = notices.stream().allMatch(Notice::held);
        if (held) {
            details.put("until", earliest(notices).toString());
        }
        return new TimelineEntry(common.at(), held ? Kind.HELD : Kind.ROUTED, first.recipient(), details);
    }

    private static Instant earliest(List<Notice> notices) {
        return notices.stream().map(Notice::dueAt).min(Instant::compareTo).orElseThrow();
    }
}
