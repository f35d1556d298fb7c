package io.tidemark.route;

import io.tidemark.bank.BranchId;
import io.tidemark.bank.ManagerId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who works for the bank, where, and when not. Answers at once, from memory, and always the same. */
public interface Roster {

    /** Absent if the bank has not told of them. */
    @Nullable
    Person person(ManagerId id);

    /** Those that are known, past and to come, in no order. */
    List<Absence> absences(ManagerId of);

    /** The supervisors of this very branch, by their id. */
    List<Person> supervisors(BranchId branch);

    /** What the branch belongs to; absent at the top, and for a branch that is not known. */
    @Nullable
    BranchId above(BranchId branch);

    /** What the bank has said of this day; absent for an ordinary one, on which the weekday decides. */
    @Nullable
    DayKind special(LocalDate day);

    /** A day that is not what its weekday says. */
    enum DayKind {
        HOLIDAY,
        /** A weekend day that is worked on, as after a long holiday. */
        WORKDAY
    }
}
