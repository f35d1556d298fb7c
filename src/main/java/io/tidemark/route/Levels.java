package io.tidemark.route;

import io.tidemark.alert.Alert;
import io.tidemark.bank.BranchId;
import io.tidemark.bank.ManagerId;
import io.tidemark.route.Level.Asked;
import io.tidemark.route.Notice.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is to answer, level by level: whoever has the alert, then the supervisors of its branch, of what is above, and so
 * on. Whoever is absent, now or when they would hear of it, is replaced by whoever stands in. Nobody is on two levels,
 * so that going up always asks somebody else. Levels without anybody are left out.
 */
final class Levels {
    private final Alert alert;
    private final Roster roster;
    private final Timing timing;
    private final Set<ManagerId> asked = new HashSet<>();
    private final List<Level> levels = new ArrayList<>();

    private Levels(Alert alert, Roster roster, Timing timing) {
        this.alert = alert;
        this.roster = roster;
        this.timing = timing;
    }

    static Levels of(Alert alert, Roster roster, Timing timing) {
        Levels levels = new Levels(alert, roster, timing);
        levels.add(0, Stream.ofNullable(alert.manager()).flatMap(manager -> levels.ask(manager, Role.MANAGER)));
        levels.addSupervisors();
        return levels;
    }

    /** The first that is {@code number} or higher. */
    Optional<Level> from(int number) {
        return levels.stream().filter(level -> level.number() >= number).findFirst();
    }

    /** The first that is {@code number} or higher, or else the highest there is. */
    Optional<Level> nearest(int number) {
        return from(number).or(() -> levels.stream().max(Comparator.comparing(Level::number)));
    }

    private void addSupervisors() {
        Set<BranchId> climbed = new HashSet<>();
        @Nullable BranchId branch = branch();
        // A hierarchy that bites its tail ends where it does.
        for (int number = 1; branch != null && climbed.add(branch); number++) {
            add(number, roster.supervisors(branch).stream().flatMap(it -> ask(it.id(), Role.SUPERVISOR)));
            branch = roster.above(branch);
        }
    }

    private @Nullable BranchId branch() {
        @Nullable BranchId ofClient = alert.branch();
        @Nullable ManagerId manager = alert.manager();
        @Nullable Person person = manager == null ? null : roster.person(manager);
        return ofClient == null && person != null ? person.branch() : ofClient;
    }

    private void add(int number, Stream<Asked> people) {
        List<Asked> fresh = people.filter(it -> asked.add(it.person().id())).toList();
        if (!fresh.isEmpty()) {
            levels.add(new Level(number, fresh));
        }
    }

    private Stream<Asked> ask(ManagerId wanted, Role role) {
        @Nullable Person person = Absences.reachable(wanted, roster, this::keepsAway);
        return Stream.ofNullable(person)
                .map(found -> new Asked(found, found.id().equals(wanted) ? role : Role.DELEGATE));
    }

    private boolean keepsAway(Person person, Absence absence) {
        Instant hears = timing.hears(person, timing.now());
        return absence.covers(timing.now()) || absence.covers(hears);
    }
}
