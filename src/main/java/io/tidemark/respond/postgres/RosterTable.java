package io.tidemark.respond.postgres;

import static java.util.stream.Collectors.groupingBy;

import io.tidemark.bank.BranchId;
import io.tidemark.bank.ManagerId;
import io.tidemark.route.Absence;
import io.tidemark.route.Person;
import io.tidemark.route.Roster;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A roster as it was read. */
final class RosterTable implements Roster {
    private final Map<ManagerId, Person> people;
    private final Map<ManagerId, List<Absence>> absences;
    private final Map<BranchId, BranchId> above;
    private final Map<LocalDate, DayKind> days;
    private final Map<BranchId, List<Person>> supervisors;

    RosterTable(
            Map<ManagerId, Person> people,
            Map<ManagerId, List<Absence>> absences,
            Map<BranchId, BranchId> above,
            Map<LocalDate, DayKind> days) {
        this.people = Map.copyOf(people);
        this.absences = Map.copyOf(absences);
        this.above = Map.copyOf(above);
        this.days = Map.copyOf(days);
        this.supervisors = Map.copyOf(people.values().stream()
                .filter(person -> person.supervisor() && person.branch() != null)
                .sorted(Comparator.comparing(person -> person.id().value()))
                .collect(groupingBy(Person::branch)));
    }

    @Override
    public @Nullable Person person(ManagerId id) {
        return people.get(id);
    }

    @Override
    public List<Absence> absences(ManagerId of) {
        return absences.getOrDefault(of, List.of());
    }

    @Override
    public List<Person> supervisors(BranchId branch) {
        return supervisors.getOrDefault(branch, List.of());
    }

    @Override
    public @Nullable BranchId above(BranchId branch) {
        return above.get(branch);
    }

    @Override
    public @Nullable DayKind special(LocalDate day) {
        return days.get(day);
    }
}
