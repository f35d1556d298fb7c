package io.tidemark.deliver;

import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertId;
import io.tidemark.alert.AlertStatus;
import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.Standing.PartState;
import io.tidemark.detect.Severity;
import io.tidemark.route.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A ledger that forgets everything with its JVM. */
public final class MemoryLedger implements Ledger, Desk {
    private static final Set<Reason> ANSWERED =
            Set.of(Reason.ACKNOWLEDGED, Reason.RESOLVED, Reason.SEEN, Reason.REASSIGNED);

    private final Clock clock;
    private final LedgerTerms terms;
    private final Map<Long, Row> rows = new LinkedHashMap<>();
    private final Map<UUID, Sent> messages = new LinkedHashMap<>();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<AlertId, AlertStatus> answers = new HashMap<>();
    private final Map<AlertId, List<String>> timelines = new HashMap<>();

    public MemoryLedger(Clock clock) {
        this.clock = clock;
        this.terms = TERMS;
    }

    private static final class Row {
        final long id;
        final Alert alert;
        final ManagerId recipient;
        final Channel channel;
        final Severity severity;
        final Instant firstDue;
        Instant due;
        DeliveryState state = DeliveryState.PLANNED;

        @Nullable
        Reason reason;

        @Nullable
        UUID message;

        int tries;
        boolean postponed;

        @Nullable
        AlertStatus statusThen;

        Row(long id, Alert alert, ManagerId recipient, Channel channel, Severity severity, Instant due) {
            this.id = id;
            this.alert = alert;
            this.recipient = recipient;
            this.channel = channel;
            this.severity = severity;
            this.firstDue = due;
            this.due = due;
        }

        boolean isPlanned(Channel by, Instant now) {
            return state == DeliveryState.PLANNED && channel == by && !due.isAfter(now);
        }

        Planned planned() {
            return new Planned(id, alert, severity, tries, postponed);
        }
    }

    private static final class Sent {
        final UUID id;
        final ManagerId recipient;
        final Channel channel;
        final Instant expires;
        final List<Tried> attempts = new ArrayList<>();
        DeliveryState state = DeliveryState.CLAIMED;
        int claim = 1;
        int doubts;

        @Nullable
        String phone;

        @Nullable
        Instant sentAt;

        @Nullable
        Instant lease;

        @Nullable
        Instant held;

        Sent(UUID id, ManagerId recipient, Channel channel, Instant expires) {
            this.id = id;
            this.recipient = recipient;
            this.channel = channel;
            this.expires = expires;
        }
    }

    private enum Fate {
        SUBMITTING,
        ACCEPTED,
        REFUSED,
        IN_DOUBT,
        FOUND
    }

    private static final class Tried {
        final Attempt attempt;
        final Instant started;
        final int parts;
        Fate fate = Fate.SUBMITTING;

        @Nullable
        Instant ended;

        Tried(Attempt attempt, Instant started, int parts) {
            this.parts = parts;
            this.attempt = attempt;
            this.started = started;
        }
    }

    private static final class Part {
        final String gateway;
        PartState state = new PartState(null, null);

        @Nullable
        Tried of;

        @Nullable
        Receipt receipt;

        Part(String gateway) {
            this.gateway = gateway;
        }
    }

    private <T> Mono<T> atomically(Supplier<@Nullable T> step) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                return step.get();
            }
        });
    }

    private Mono<Void> atomic(Runnable step) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                step.run();
            }
        });
    }

    @Override
    public Mono<Claim> claim(Channel channel) {
        return atomically(() -> {
            Claim doubtful = doubtful(channel);
            return doubtful == null ? planned(channel) : doubtful;
        });
    }

    private @Nullable Claim doubtful(Channel channel) {
        Instant now = clock.instant();
        return messages.values().stream()
                .filter(message -> message.channel == channel && message.held != null && !message.held.isAfter(now))
                .min(Comparator.comparing(message -> Objects.requireNonNull(message.held)))
                .map(message -> {
                    message.state = DeliveryState.CLAIMED;
                    message.claim++;
                    message.lease = now.plus(terms.lease());
                    message.held = null;
                    of(message, DeliveryState.UNKNOWN).forEach(row -> row.state = DeliveryState.CLAIMED);
                    return claimOf(message);
                })
                .orElse(null);
    }

    private @Nullable Claim planned(Channel channel) {
        Instant now = clock.instant();
        ManagerId person = rows.values().stream()
                .filter(row -> row.isPlanned(channel, now))
                .min(Comparator.comparing((Row row) -> row.severity).reversed().thenComparing(row -> row.due))
                .map(row -> row.recipient)
                .orElse(null);
        List<Row> due = rows.values().stream()
                .filter(row -> row.state == DeliveryState.PLANNED
                        && row.channel == channel
                        && row.recipient.equals(person)
                        && !row.firstDue.isAfter(now)
                        && useless(row).isAfter(now))
                .sorted(Comparator.comparing((Row row) -> row.severity)
                        .reversed()
                        .thenComparing(row -> row.id))
                .limit(LedgerTerms.MOST)
                .toList();
        if (due.isEmpty() || person == null) {
            return null;
        }
        Instant expires =
                due.stream().map(this::useless).max(Comparator.naturalOrder()).orElseThrow();
        Sent message = new Sent(UUID.randomUUID(), person, channel, expires);
        message.lease = now.plus(terms.lease());
        messages.put(message.id, message);
        due.forEach(row -> {
            row.state = DeliveryState.CLAIMED;
            row.message = message.id;
        });
        return claimOf(message);
    }

    private Instant useless(Row row) {
        return row.firstDue.plus(terms.life(row.severity));
    }

    private Claim claimOf(Sent message) {
        return new Claim(
                message.id,
                message.claim,
                message.recipient,
                message.channel,
                of(message, DeliveryState.CLAIMED).stream().map(Row::planned).toList(),
                message.attempts.stream()
                        .filter(tried -> tried.fate == Fate.IN_DOUBT)
                        .map(tried -> tried.attempt.gateway())
                        .collect(Collectors.toSet()),
                message.expires);
    }

    private List<Row> of(Sent message, DeliveryState... states) {
        return rows.values().stream()
                .filter(row -> message.id.equals(row.message)
                        && List.of(states).contains(row.state)
                        && (row.reason == null || !ANSWERED.contains(row.reason)))
                .toList();
    }

    @Override
    public Mono<List<Instant>> sent(ManagerId recipient, Channel channel, Instant since) {
        return atomically(() -> messages.values().stream()
                .filter(message -> message.recipient.equals(recipient) && message.channel == channel)
                .flatMap(message -> Stream.ofNullable(message.sentAt))
                .filter(at -> at.isAfter(since))
                .sorted()
                .toList());
    }

    @Override
    public Mono<Begun> begin(Claim claim, String gateway, Message text, int parts) {
        return atomically(() -> begun(claim, gateway, text, parts));
    }

    private Begun begun(Claim claim, String gateway, Message text, int parts) {
        Instant now = clock.instant();
        Sent message = messages.get(claim.message());
        if (message == null
                || message.state != DeliveryState.CLAIMED
                || message.claim != claim.number()
                || !Objects.requireNonNull(message.lease).isAfter(now)) {
            return new Begun.Over();
        }
        for (Row row : of(message, DeliveryState.CLAIMED)) {
            AlertStatus status = answers.getOrDefault(row.alert.id(), AlertStatus.OPEN);
            if (row.statusThen != null && status != row.statusThen && status != AlertStatus.OPEN) {
                row.state = DeliveryState.EXPIRED;
                row.reason = status == AlertStatus.RESOLVED ? Reason.RESOLVED : Reason.ACKNOWLEDGED;
            }
        }
        List<Row> left = of(message, DeliveryState.CLAIMED);
        if (left.isEmpty()) {
            message.state = message.doubts > 0 ? DeliveryState.UNKNOWN : DeliveryState.EXPIRED;
            message.lease = null;
            return new Begun.Over();
        }
        if (left.size() != claim.deliveries().size()) {
            return new Begun.Fewer(left.stream().map(row -> row.id).collect(Collectors.toSet()));
        }
        return new Begun.Started(started(message, left, gateway, text, parts));
    }

    private Attempt started(Sent message, List<Row> left, String gateway, Message text, int parts) {
        Instant now = clock.instant();
        Attempt attempt = new Attempt(message.id, message.attempts.size() + 1, gateway);
        message.attempts.add(new Tried(attempt, now, parts));
        message.state = DeliveryState.SUBMITTING;
        message.phone = text.to().mobile();
        message.lease = now.plus(terms.lease());
        message.sentAt = message.sentAt == null ? now : message.sentAt;
        left.forEach(row -> {
            row.state = DeliveryState.SUBMITTING;
            row.tries++;
            AlertStatus status = answers.getOrDefault(row.alert.id(), AlertStatus.OPEN);
            row.statusThen = row.statusThen == null ? status : row.statusThen;
        });
        return attempt;
    }

    @Override
    public Mono<Void> accepted(Attempt attempt, List<String> ids) {
        return atomic(() -> {
            Tried tried = tried(attempt);
            if (tried.fate != Fate.ACCEPTED && tried.fate != Fate.REFUSED) {
                close(tried, Fate.ACCEPTED);
                Instant since = clock.instant().minus(LedgerTerms.UNCLAIMED);
                ids.forEach(id -> own(tried, id, since));
                settle(Objects.requireNonNull(messages.get(attempt.message())));
            }
        });
    }

    private void own(Tried tried, String id, Instant since) {
        Part part =
                parts.computeIfAbsent(tried.attempt.gateway() + '/' + id, first -> new Part(tried.attempt.gateway()));
        boolean ours = part.of == null
                && part.receipt != null
                && part.receipt.receivedAt().isAfter(since);
        if (part.of != null && part.of.attempt.message().equals(tried.attempt.message())) {
            return;
        }
        part.of = tried;
        part.state = ours ? part.state : new PartState(null, null);
    }

    @Override
    public Mono<Void> refused(Attempt attempt, Reason reason) {
        return atomic(() -> {
            Tried tried = tried(attempt);
            Sent message = Objects.requireNonNull(messages.get(attempt.message()));
            if (tried.fate != Fate.SUBMITTING) {
                return;
            }
            close(tried, Fate.REFUSED);
            if (!settle(message) && message.state == DeliveryState.SUBMITTING) {
                message.state = DeliveryState.CLAIMED;
                boolean left = message.attempts.stream().anyMatch(each -> each.fate == Fate.IN_DOUBT);
                message.sentAt = left ? message.sentAt : null;
                of(message, DeliveryState.SUBMITTING).forEach(row -> row.state = DeliveryState.CLAIMED);
            }
        });
    }

    @Override
    public Mono<Void> inDoubt(Attempt attempt, Reason reason) {
        return atomic(() -> {
            Tried tried = tried(attempt);
            Sent message = Objects.requireNonNull(messages.get(attempt.message()));
            if (tried.fate != Fate.SUBMITTING) {
                return;
            }
            close(tried, Fate.IN_DOUBT);
            if (!settle(message) && message.state == DeliveryState.SUBMITTING) {
                Instant until = clock.instant().plus(terms.inDoubt());
                message.doubts++;
                message.state = DeliveryState.UNKNOWN;
                message.lease = null;
                message.held = message.doubts < LedgerTerms.TWICE && message.expires.isAfter(until) ? until : null;
                move(
                        of(message, DeliveryState.SUBMITTING),
                        DeliveryState.UNKNOWN,
                        reason,
                        message.held == null ? "NOT_DELIVERED" : null);
            }
        });
    }

    private Tried tried(Attempt attempt) {
        return Objects.requireNonNull(messages.get(attempt.message())).attempts.get(attempt.number() - 1);
    }

    private void close(Tried tried, Fate fate) {
        tried.fate = fate;
        tried.ended = clock.instant();
    }

    @Override
    public Mono<Void> putOff(Claim claim, Respite respite) {
        return atomic(() -> putOff(claim.message(), claim.number(), respite));
    }

    private void putOff(UUID id, int claim, Respite respite) {
        Sent message = messages.get(id);
        if (message == null || message.claim != claim || message.state != DeliveryState.CLAIMED) {
            return;
        }
        message.lease = null;
        if (message.doubts > 0) {
            message.state = DeliveryState.UNKNOWN;
            message.held = respite.until();
            move(of(message, DeliveryState.CLAIMED), DeliveryState.UNKNOWN, respite.reason(), null);
            return;
        }
        of(message, DeliveryState.CLAIMED).forEach(row -> {
            row.state = DeliveryState.PLANNED;
            row.message = null;
            row.due = respite.until();
            row.postponed |= respite.postponed();
        });
        message.state = DeliveryState.FAILED;
        if (message.attempts.isEmpty()) {
            messages.remove(id);
        }
    }

    @Override
    public Mono<Void> failed(Claim claim, Reason reason) {
        return atomic(() -> {
            Sent message = messages.get(claim.message());
            if (message == null || message.claim != claim.number() || message.state != DeliveryState.CLAIMED) {
                return;
            }
            message.lease = null;
            message.state = message.doubts > 0 ? DeliveryState.UNKNOWN : DeliveryState.FAILED;
            move(of(message, DeliveryState.CLAIMED), message.state, reason, "NOT_DELIVERED");
        });
    }

    @Override
    public Mono<Void> keep(Receipt receipt) {
        return atomic(() -> {
            Part part = parts.computeIfAbsent(
                    receipt.gateway() + '/' + receipt.part(), first -> new Part(receipt.gateway()));
            PartState after = part.state.after(receipt);
            if (!after.equals(part.state)) {
                part.receipt = receipt;
                part.state = after;
            }
            if (part.of != null) {
                settle(Objects.requireNonNull(messages.get(part.of.attempt.message())));
            }
        });
    }

    private boolean settle(Sent message) {
        List<Tried> accepted = message.attempts.stream()
                .filter(tried -> tried.fate == Fate.ACCEPTED || tried.fate == Fate.FOUND)
                .toList();
        boolean submitting = message.attempts.stream().anyMatch(tried -> tried.fate == Fate.SUBMITTING);
        if (accepted.isEmpty() || submitting) {
            return false;
        }
        if (message.state == DeliveryState.DELIVERED) {
            return true;
        }
        List<List<PartState>> heard =
                accepted.stream().map(tried -> statesOf(tried)).toList();
        Standing standing = Standing.of(heard);
        boolean unsent = Set.of(DeliveryState.CLAIMED, DeliveryState.SUBMITTING, DeliveryState.UNKNOWN)
                .contains(message.state);
        if (unsent) {
            move(
                    of(message, DeliveryState.CLAIMED, DeliveryState.SUBMITTING, DeliveryState.UNKNOWN),
                    DeliveryState.ACCEPTED,
                    null,
                    "SENT");
        }
        DeliveryState from = unsent ? DeliveryState.ACCEPTED : message.state;
        if (standing.state() != from && standing.state() != DeliveryState.ACCEPTED) {
            move(
                    of(message, DeliveryState.ACCEPTED, DeliveryState.FAILED, DeliveryState.EXPIRED),
                    standing.state(),
                    standing.reason(),
                    standing.state() == DeliveryState.DELIVERED ? "DELIVERED" : "NOT_DELIVERED");
        }
        message.state = standing.state();
        message.lease = null;
        message.held = null;
        return true;
    }

    private List<PartState> statesOf(Tried tried) {
        return parts.values().stream()
                .filter(part -> part.of == tried)
                .map(part -> part.state)
                .toList();
    }

    private void move(Collection<Row> moved, DeliveryState to, @Nullable Reason reason, @Nullable String kind) {
        moved.forEach(row -> {
            row.state = to;
            row.reason = reason;
            if (kind != null) {
                timelines
                        .computeIfAbsent(row.alert.id(), first -> new ArrayList<>())
                        .add(kind);
            }
        });
    }

    @Override
    public Mono<Boolean> tidy() {
        return atomically(() -> {
            Instant now = clock.instant();
            List.copyOf(messages.values()).stream()
                    .filter(message -> message.lease != null && !message.lease.isAfter(now))
                    .forEach(this::leaseEnded);
            List.copyOf(parts.values()).forEach(this::findOwner);
            move(
                    rows.values().stream()
                            .filter(row -> row.state == DeliveryState.PLANNED
                                    && !useless(row).isAfter(now))
                            .toList(),
                    DeliveryState.EXPIRED,
                    Reason.TOO_LATE,
                    "NOT_DELIVERED");
            messages.values().stream()
                    .filter(message -> message.held != null && !message.expires.isAfter(now))
                    .forEach(message -> {
                        message.held = null;
                        move(
                                of(message, DeliveryState.UNKNOWN),
                                DeliveryState.UNKNOWN,
                                Reason.TOO_LATE,
                                "NOT_DELIVERED");
                    });
            parts.values()
                    .removeIf(part -> part.of == null
                            && part.receipt != null
                            && part.receipt.receivedAt().isBefore(now.minus(LedgerTerms.UNCLAIMED)));
            return false;
        });
    }

    private void leaseEnded(Sent message) {
        if (message.state == DeliveryState.SUBMITTING) {
            Tried last = message.attempts.get(message.attempts.size() - 1);
            inDoubt(last.attempt, Reason.NO_ANSWER).subscribe();
        } else {
            putOff(message.id, message.claim, Respite.refused(clock.instant(), Reason.OTHER));
        }
    }

    private void findOwner(Part part) {
        Receipt receipt = part.receipt;
        if (part.of != null || receipt == null) {
            return;
        }
        List<Tried> possible = messages.values().stream()
                .filter(message -> message.phone != null && message.phone.equals(receipt.phone()))
                .flatMap(message -> message.attempts.stream())
                .filter(tried -> tried.fate != Fate.ACCEPTED && tried.fate != Fate.REFUSED)
                .filter(tried -> tried.attempt.gateway().equals(part.gateway) && mayBeOf(receipt, tried))
                .toList();
        Set<UUID> meant = new HashSet<>();
        possible.forEach(tried -> meant.add(tried.attempt.message()));
        if (meant.size() == 1 && possible.stream().noneMatch(tried -> tried.fate == Fate.SUBMITTING)) {
            part.of = possible.get(0);
            if (possible.get(0).fate == Fate.IN_DOUBT
                    && statesOf(possible.get(0)).size() >= possible.get(0).parts) {
                possible.get(0).fate = Fate.FOUND;
            }
            settle(Objects.requireNonNull(messages.get(possible.get(0).attempt.message())));
        }
    }

    private boolean mayBeOf(Receipt receipt, Tried tried) {
        Duration skew = LedgerTerms.SKEW;
        Instant submitted = receipt.submittedAt();
        Instant said = submitted == null ? receipt.receivedAt() : submitted;
        Instant ended = tried.ended == null ? clock.instant() : tried.ended;
        return !tried.started.isAfter(said.plus(skew)) && (submitted == null || !submitted.isAfter(ended.plus(skew)));
    }

    @Override
    public Mono<Integer> abandon(Channel channel) {
        return atomically(() -> {
            List<Row> due = rows.values().stream()
                    .filter(row -> row.isPlanned(channel, clock.instant()))
                    .toList();
            move(due, DeliveryState.FAILED, Reason.UNREACHABLE, "NOT_DELIVERED");
            return due.size();
        });
    }

    @Override
    public Mono<Void> hurry(Channel channel) {
        return atomic(() -> rows.values().stream()
                .filter(row -> row.state == DeliveryState.PLANNED && row.channel == channel && row.tries > 0)
                .filter(row -> !row.postponed && row.due.isAfter(clock.instant()))
                .forEach(row -> row.due = clock.instant()));
    }

    @Override
    public Ledger ledger() {
        return this;
    }

    @Override
    public synchronized long plan(Alert alert, ManagerId recipient, Channel channel, Severity severity, Instant due) {
        long id = rows.size() + 1L;
        rows.put(id, new Row(id, alert, recipient, channel, severity, due));
        return id;
    }

    @Override
    public synchronized void answer(AlertId alert, AlertStatus status) {
        answers.put(alert, status);
        Reason reason = status == AlertStatus.RESOLVED ? Reason.RESOLVED : Reason.ACKNOWLEDGED;
        rows.values().stream()
                .filter(row -> row.alert.id().equals(alert))
                .filter(row -> row.state == DeliveryState.PLANNED || row.state == DeliveryState.CLAIMED)
                .forEach(row -> {
                    row.state = DeliveryState.EXPIRED;
                    row.reason = reason;
                });
    }

    @Override
    public synchronized String standing(long delivery) {
        return said(Objects.requireNonNull(rows.get(delivery)));
    }

    @Override
    public synchronized List<String> standings() {
        return new TreeMap<>(rows).values().stream().map(MemoryLedger::said).toList();
    }

    private static String said(Row row) {
        return row.reason == null ? row.state.name() : row.state + " " + row.reason;
    }

    @Override
    public synchronized List<String> timeline(AlertId alert) {
        return List.copyOf(timelines.getOrDefault(alert, List.of()));
    }
}
