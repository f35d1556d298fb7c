package io.tidemark.respond;

import io.tidemark.bank.BranchId;
import io.tidemark.bank.ManagerId;
import io.tidemark.route.Absence;
import io.tidemark.route.Person;
import io.tidemark.route.Roster;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows everybody, and fails when it is asked who is absent. */
record BrokenRoster(Roster whole) implements Roster {
    @Override
    public @Nullable Person person(ManagerId id) {
        return whole.person(id);
    }

    @Override
    public List<Absence> absences(ManagerId of) {
        throw new IllegalStateException("broken on purpose");
    }

    @Override
    public List<Person> supervisors(BranchId branch) {
        return whole.supervisors(branch);
    }

    @Override
    public @Nullable BranchId above(BranchId branch) {
        return whole.above(branch);
    }

    @Override
    public @Nullable DayKind special(LocalDate day) {
        return whole.special(day);
    }
}
