package io.tidemark.route;

import io.tidemark.bank.ManagerId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who stands in for whom. */
public final class Absences {
    /** If several are at once, the one that began last is asked first. */
    private static final Comparator<Absence> LATEST_FIRST = Comparator.comparing(Absence::from)
            .reversed()
            .thenComparing(absence -> absence.delegate().value());

    private Absences() {}

    /**
     * Why a new absence cannot be, in a sentence: there is a moment at which following those who stand in comes back to
     * whoever is absent. Empty if it can be.
     *
     * @param existing those of everybody that overlap the new one, or more; free of cycles themselves
     */
    public static Optional<String> objection(Absence fresh, Collection<Absence> existing) {
        return moments(fresh, existing)
                .filter(at -> comesBack(fresh, existing, at))
                .findFirst()
                .map(at -> fresh.delegate() + " is absent from " + at + " as well, and in the end " + fresh.of()
                        + " would stand in; choose somebody else, or other times.");
    }

    /** Who is absent changes only when an absence begins or ends; it is enough to look when one begins. */
    private static Stream<Instant> moments(Absence fresh, Collection<Absence> existing) {
        Stream<Instant> begins = existing.stream()
                .map(Absence::from)
                .filter(at -> at.isAfter(fresh.from()) && at.isBefore(fresh.to()))
                .sorted();
        return Stream.concat(Stream.of(fresh.from()), begins);
    }

    private static boolean comesBack(Absence fresh, Collection<Absence> existing, Instant at) {
        Set<ManagerId> reached = new HashSet<>();
        Deque<ManagerId> left = new ArrayDeque<>(Set.of(fresh.delegate()));
        while (!left.isEmpty()) {
            ManagerId next = left.remove();
            if (reached.add(next)) {
                existing.stream()
                        .filter(absence -> absence.of().equals(next) && absence.covers(at))
                        .forEach(absence -> left.add(absence.delegate()));
            }
        }
        return reached.contains(fresh.of());
    }

    /**
     * Whoever is to be asked at {@code at}: the person, or who stands in, or who stands in for them, and so on. Null if
     * all of them are absent or not known to the roster.
     */
    public static @Nullable ManagerId standIn(ManagerId manager, Roster roster, Instant at) {
        @Nullable Person person = reachable(manager, roster, (who, absence) -> absence.covers(at));
        return person == null ? null : person.id();
    }

    /** As {@link #standIn}, by another notion of which absence keeps whom away. */
    static @Nullable Person reachable(ManagerId manager, Roster roster, BiPredicate<Person, Absence> away) {
        return reachable(manager, roster, away, new HashSet<>());
    }

    private static @Nullable Person reachable(
            ManagerId manager, Roster roster, BiPredicate<Person, Absence> away, Set<ManagerId> asked) {
        @Nullable Person person = roster.person(manager);
        if (person == null || !asked.add(manager)) {
            return null;
        }
        List<Absence> absences = roster.absences(manager).stream()
                .filter(absence -> away.test(person, absence))
                .sorted(LATEST_FIRST)
                .toList();
        return absences.isEmpty() ? person : standingIn(absences, roster, away, asked);
    }

    private static @Nullable Person standingIn(
            List<Absence> absences, Roster roster, BiPredicate<Person, Absence> away, Set<ManagerId> asked) {
        for (Absence absence : absences) {
            @Nullable Person found = reachable(absence.delegate(), roster, away, asked);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
