package io.tidemark.route;

import io.tidemark.alert.Alert;
import io.tidemark.alert.Change;
import io.tidemark.alert.ContactWay;
import io.tidemark.alert.Life;
import io.tidemark.alert.Outcome;
import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.feed.SampleAlerts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** People, absences, holidays and what they do, without any sense: circles and people nobody knows included. */
final class RandomOffice {
    static final Instant BEGIN = Instant.parse("2026-03-20T00:00:00Z");
    private static final List<String> ZONES =
            List.of("Asia/Shanghai", "Europe/Berlin", "America/St_Johns", "Pacific/Apia", "UTC");
    private static final int DAYS = 40;

    private final Random random;
    private final MemoryRoster roster = new MemoryRoster();

    RandomOffice(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 6; i++) {
            roster.with(person(i));
            roster.branch("B-" + random.nextInt(4), "B-" + random.nextInt(5));
            roster.holiday(day()).workday(day());
        }
        if (random.nextBoolean()) {
            roster.branch("SZ-01", "B-0");
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            absence();
        }
    }

    Roster roster() {
        return roster;
    }

    Alert alert() {
        @Nullable ManagerId manager = somebodyOrNobody();
        Alert sample = SampleAlerts.of(1, "C-1001", Rule.CRITICAL_BAND, any(List.of(Severity.values())));
        return sample.with(manager, Life.begun(manager));
    }

    @Nullable
    ManagerId somebodyOrNobody() {
        return random.nextInt(6) == 0 ? null : somebody();
    }

    Responsibility responsibility(@Nullable ManagerId manager, Instant now) {
        return new Responsibility(manager, random.nextBoolean() ? null : now.plus(minutes(3000)));
    }

    Duration minutes(int most) {
        return Duration.ofMinutes(random.nextInt(most));
    }

    boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    /** What somebody tries to do, allowed or not. */
    Change attempt(Instant now, Alert alert) {
        return switch (random.nextInt(7)) {
            case 0 -> new Change.Acknowledged(now, somebody(), null, null);
            case 1 -> new Change.Acknowledged(now, somebody(), now.plus(minutes(3000)), null);
            case 2 -> new Change.Contacted(now, somebody(), ContactWay.PHONE, null);
            case 3 -> new Change.Resolved(now, somebody(), any(List.of(Outcome.values())), null);
            case 4 -> new Change.Reopened(now, somebody(), null);
            case 5 -> new Change.Reassigned(now, somebody(), somebody(), null);
            default -> new Change.Worsened(now, alert.id());
        };
    }

    private People person(int number) {
        String branch = number == 0 ? "SZ-01" : "B-" + random.nextInt(4);
        String id = "M-" + number;
        People person = random.nextBoolean() ? People.supervisor(id, branch) : People.manager(id, branch);
        person = person.in(any(ZONES));
        if (random.nextBoolean()) {
            person = person.quiet(time(), time());
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            person =
                    person.wants(any(List.of(Severity.values())), any(List.of(Channel.values())), random.nextInt(7200));
        }
        return person;
    }

    private void absence() {
        ManagerId of = somebody();
        ManagerId delegate = somebody();
        Instant from = BEGIN.plus(minutes(DAYS * 24 * 60));
        if (!of.equals(delegate)) {
            roster.with(new Absence(of, from, from.plus(minutes(10_000)).plusSeconds(1), delegate));
        }
    }

    /** {@code M-6} and {@code M-7} are not known. */
    private ManagerId somebody() {
        return new ManagerId("M-" + random.nextInt(8));
    }

    private String day() {
        return LocalDate.ofInstant(BEGIN, ZoneOffset.UTC)
                .plusDays(random.nextInt(DAYS))
                .toString();
    }

    private String time() {
        return LocalTime.of(random.nextInt(24), 15 * random.nextInt(4)).toString();
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
