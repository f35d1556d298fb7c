package io.tidemark.respond;

import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertId;
import io.tidemark.alert.TimelineEntry;
import io.tidemark.alert.TimelineEntry.Kind;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.ManagerId;
import io.tidemark.route.MemoryRoster;
import io.tidemark.route.Notice;
import io.tidemark.route.People;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Alerts being worked on, in memory: one at a time. */
public final class MemoryCases implements Cases, CaseStore {
    private final Map<AlertId, Row> rows = new LinkedHashMap<>();
    private final Map<ClientId, List<Assignment>> assignments = new HashMap<>();
    private final Map<String, Kept> replies = new HashMap<>();
    private final MemoryRoster roster = new MemoryRoster();

    private static final class Row {
        private Alert alert;
        private @Nullable Instant lookAt;
        private boolean heard;
        private final List<TimelineEntry> entries = new ArrayList<>();
        private final Map<String, String> deliveries = new LinkedHashMap<>();
        private final List<String> events = new ArrayList<>();

        private Row(Alert alert) {
            this.alert = alert;
            this.lookAt = alert.detectedAt();
            events.add("ALERT OPEN 1");
        }
    }

    private record Kept(Once once, Reply reply) {}

    @Override
    public synchronized Mono<AlertId> look(Instant now, Function<Scene, List<Step>> decision) {
        return Mono.defer(() -> Mono.justOrEmpty(looked(now, decision)));
    }

    private synchronized Optional<AlertId> looked(Instant now, Function<Scene, List<Step>> decision) {
        Optional<Row> due = rows.values().stream()
                .filter(row -> row.lookAt != null && !row.lookAt.isAfter(now))
                .min(Comparator.comparing(row -> Objects.requireNonNull(row.lookAt)));
        due.ifPresent(row -> {
            decided(row, now, decision).forEach(this::keep);
            row.heard = true;
        });
        return due.map(row -> row.alert.id());
    }

    private List<Step> decided(Row row, Instant now, Function<Scene, List<Step>> decision) {
        Alert alert = row.alert;
        List<Assignment> ofClient = assignments.getOrDefault(alert.client(), List.of());
        Scene scene = new Scene(alert, others(row), Assignment.responsibility(alert, ofClient, now));
        try {
            return decision.apply(scene);
        } catch (RuntimeException why) {
            throw new Undecided(alert.id(), why);
        }
    }

    private List<Alert> others(Row row) {
        return row.heard
                ? List.of()
                : rows.values().stream()
                        .filter(other -> other != row)
                        .map(other -> other.alert)
                        .filter(other -> other.episode() != null
                                && row.alert.episode() != null
                                && other.episode()
                                        .id()
                                        .equals(row.alert.episode().id()))
                        .toList();
    }

    private void keep(Step step) {
        Row row = row(step.after().id());
        row.alert = step.after();
        row.lookAt = step.lookAgainAt();
        row.entries.addAll(step.entries());
        if (step.mail().pending() != null) {
            expire(row, "", step.mail().pending());
        }
        for (Notice notice : step.mail().notices()) {
            row.deliveries.putIfAbsent(
                    notice.recipient() + " " + notice.channel() + " "
                            + step.after().life().step(),
                    "PLANNED");
        }
        if (step.visible()) {
            row.events.add(
                    "UPDATE " + row.alert.status() + " " + row.alert.life().version());
        }
    }

    private static void expire(Row row, String whose, Unwanted why) {
        row.deliveries.replaceAll(
                (key, state) -> state.equals("PLANNED") && key.startsWith(whose) ? "EXPIRED " + why : state);
    }

    private Row row(AlertId id) {
        return Objects.requireNonNull(rows.get(id));
    }

    @Override
    public Mono<Void> postpone(AlertId id, Instant until) {
        return Mono.fromRunnable(() -> row(id).lookAt = until);
    }

    @Override
    public Mono<Answer> change(AlertId id, @Nullable Once once, Decision decision) {
        return Mono.fromSupplier(() -> changed(id, once, decision));
    }

    private synchronized Answer changed(AlertId id, @Nullable Once once, Decision decision) {
        @Nullable Kept earlier = once == null ? null : replies.get(once.actor() + " " + once.key());
        if (earlier != null && once != null) {
            return earlier.once().request().equals(once.request())
                    ? new Answer.Done(earlier.reply())
                    : new Answer.KeyTaken();
        }
        @Nullable Row row = rows.get(id);
        if (row == null) {
            return new Answer.Unknown();
        }
        Ruling ruling = decision.on(row.alert);
        if (!(ruling instanceof Ruling.Granted granted)) {
            return new Answer.Refused(row.alert, ((Ruling.Refused) ruling).why());
        }
        keep(granted.step());
        if (once != null) {
            replies.put(once.actor() + " " + once.key(), new Kept(once, granted.reply()));
        }
        return new Answer.Done(granted.reply());
    }

    @Override
    public Mono<Alert> seen(AlertId id, ManagerId by, Instant at) {
        return Mono.fromSupplier(() -> rows.get(id) == null ? null : seenBy(row(id), by, at));
    }

    private synchronized Alert seenBy(Row row, ManagerId by, Instant at) {
        if (row.entries.stream().noneMatch(entry -> entry.kind() == Kind.SEEN && by.equals(entry.person()))) {
            row.entries.add(new TimelineEntry(at, Kind.SEEN, by, Map.of()));
        }
        expire(row, by + " SMS", Unwanted.SEEN);
        return row.alert;
    }

    @Override
    public Mono<Story> story(AlertId id, int limit) {
        return Mono.fromSupplier(() -> rows.get(id)).map(row -> {
            int all = row.entries.size();
            return new Story(row.alert, row.entries.subList(Math.max(0, all - limit), all));
        });
    }

    @Override
    public Mono<AlertId> newestWith(String code) {
        return Mono.fromSupplier(() -> rows.keySet().stream()
                .filter(id -> id.shortCode().equals(code))
                .reduce((older, newer) -> newer)
                .orElse(null));
    }

    @Override
    public Mono<Long> forget(Instant before, int limit) {
        return Mono.fromSupplier(() -> {
            List<String> old = replies.entrySet().stream()
                    .filter(each -> each.getValue().once().at().isBefore(before))
                    .map(Map.Entry::getKey)
                    .limit(limit)
                    .toList();
            old.forEach(replies::remove);
            return (long) old.size();
        });
    }

    @Override
    public Cases cases() {
        return this;
    }

    @Override
    public Rosters rosters() {
        return () -> Mono.just(roster);
    }

    @Override
    public synchronized void raise(Alert alert) {
        rows.put(alert.id(), new Row(alert));
    }

    @Override
    public void knows(People... people) {
        roster.with(people);
    }

    @Override
    public synchronized void assign(String client, String manager, Instant from, @Nullable Instant to) {
        ClientId id = new ClientId(client);
        assignments
                .computeIfAbsent(id, none -> new ArrayList<>())
                .add(new Assignment(new ManagerId(manager), from, to));
        rows.values().stream()
                .filter(row -> row.alert.client().equals(id))
                .forEach(row -> row.lookAt = Stream.ofNullable(row.lookAt)
                        .filter(at -> at.isBefore(from))
                        .findAny()
                        .orElse(from));
    }

    @Override
    public synchronized Alert current(AlertId id) {
        return row(id).alert;
    }

    @Override
    public synchronized @Nullable Instant lookAt(AlertId id) {
        return row(id).lookAt;
    }

    @Override
    public synchronized List<String> deliveries(AlertId id) {
        return row(id).deliveries.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .toList();
    }

    @Override
    public synchronized List<String> events(AlertId id) {
        return List.copyOf(row(id).events);
    }
}
