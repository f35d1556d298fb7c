package io.tidemark.route;

import io.tidemark.bank.BranchId;
import io.tidemark.bank.ManagerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A roster to write down in a test. */
public final class MemoryRoster implements Roster {
    private final Map<ManagerId, Person> people = new HashMap<>();
    private final List<Absence> absences = new ArrayList<>();
    private final Map<BranchId, BranchId> above = new HashMap<>();
    private final Map<LocalDate, DayKind> special = new HashMap<>();

    /** Adds them, or takes the place of whoever has their id. */
    public MemoryRoster with(People... newcomers) {
        for (People newcomer : newcomers) {
            people.put(newcomer.person().id(), newcomer.person());
        }
        return this;
    }

    public MemoryRoster absent(String of, String from, String to, String delegate) {
        return with(new Absence(new ManagerId(of), Instant.parse(from), Instant.parse(to), new ManagerId(delegate)));
    }

    public MemoryRoster with(Absence absence) {
        absences.add(absence);
        return this;
    }

    public MemoryRoster branch(String branch, String parent) {
        above.put(new BranchId(branch), new BranchId(parent));
        return this;
    }

    public MemoryRoster holiday(String day) {
        special.put(LocalDate.parse(day), DayKind.HOLIDAY);
        return this;
    }

    public MemoryRoster workday(String day) {
        special.put(LocalDate.parse(day), DayKind.WORKDAY);
        return this;
    }

    @Override
    public @Nullable Person person(ManagerId id) {
        return people.get(id);
    }

    @Override
    public List<Absence> absences(ManagerId of) {
        return absences.stream().filter(absence -> absence.of().equals(of)).toList();
    }

    @Override
    public List<Person> supervisors(BranchId branch) {
        return people.values().stream()
                .filter(person -> person.supervisor() && branch.equals(person.branch()))
                .sorted(Comparator.comparing(person -> person.id().value()))
                .toList();
    }

    @Override
    public @Nullable BranchId above(BranchId branch) {
        return above.get(branch);
    }

    @Override
    public @Nullable DayKind special(LocalDate day) {
        return special.get(day);
    }

    public List<Absence> absences() {
        return List.copyOf(absences);
    }
}
