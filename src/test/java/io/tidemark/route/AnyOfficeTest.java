package io.tidemark.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertStatus;
import io.tidemark.alert.Change;
import io.tidemark.alert.LifeCycle;
import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Severity;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds for any people, absences, holidays and moments. */
class AnyOfficeTest {
    private static final int OFFICES = 1_000;
    private static final int LOOKS = 12;
    private final Routing routing = new Routing(RoutingPolicy.DEFAULT);
    private int notices;
    private int escalations;
    private int held;

    @Test
    void whateverHappensEachPlanIsSound() {
        for (long seed = 0; seed < OFFICES; seed++) {
            live(seed);
        }
        assertThat(notices).as("notices").isGreaterThan(OFFICES);
        assertThat(held).as("held").isGreaterThan(OFFICES / 2);
        assertThat(escalations).as("escalations").isGreaterThan(OFFICES / 2);
    }

    @Test
    void ifNobodyAnswersItComesToAnEnd() {
        for (long seed = 0; seed < OFFICES; seed++) {
            RandomOffice office = new RandomOffice(seed);
            Alert alert = office.alert();
            Responsibility responsibility = new Responsibility(alert.manager(), null);
            @Nullable Instant now = RandomOffice.BEGIN.plus(office.minutes(40_000));
            int looks = 0;
            while (now != null) {
                Plan plan = routing.plan(alert, responsibility, office.roster(), now);
                alert = plan.alert();
                now = plan.lookAgainAt();
                assertThat(++looks).as("looks of office %d", seed).isLessThan(10);
            }
        }
    }

    private void live(long seed) {
        RandomOffice office = new RandomOffice(seed);
        Instant now = RandomOffice.BEGIN.plus(office.minutes(10_000));
        Alert alert = office.alert();
        @Nullable ManagerId manager = alert.manager();
        for (int look = 0; look < LOOKS; look++) {
            Responsibility responsibility = office.responsibility(manager, now);
            Plan plan = routing.plan(alert, responsibility, office.roster(), now);
            check(alert, plan, responsibility, office.roster(), now);
            now = office.one(2) && plan.lookAgainAt() != null ? plan.lookAgainAt() : now.plus(office.minutes(600));
            alert = office.one(3) ? after(plan.alert(), office.attempt(now, plan.alert())) : plan.alert();
            manager = office.one(6) ? office.somebodyOrNobody() : manager;
        }
    }

    private void check(Alert before, Plan plan, Responsibility responsibility, Roster roster, Instant now) {
        Alert alert = before;
        for (Change change : plan.changes()) {
            escalations += change instanceof Change.Escalated ? 1 : 0;
            alert = after(alert, change);
        }
        assertThat(alert).isEqualTo(plan.alert());
        assertThat(plan.lookAgainAt()).satisfiesAnyOf(it -> assertThat(it).isNull(), it -> assertThat(it)
                .isAfter(now));
        assertThat(plan.notices().isEmpty() || !plan.nobody()).isTrue();
        assertThat(alert.status() == AlertStatus.RESOLVED
                        || Objects.equals(alert.life().responsible(), responsibility.manager()))
                .isTrue();
        plan.notices().forEach(notice -> check(notice, plan.alert().severity(), roster, now));
        assertThat(plan.notices().stream().map(it -> it.recipient() + " " + it.channel()))
                .doesNotHaveDuplicates();
        checkThatLookingAgainFindsNothing(plan, responsibility, roster, now);
    }

    private void check(Notice notice, Severity severity, Roster roster, Instant now) {
        notices++;
        held += notice.held() ? 1 : 0;
        Person person = Objects.requireNonNull(roster.person(notice.recipient()));
        assertThat(notice.dueAt()).isAfterOrEqualTo(now);
        assertThat(roster.absences(person.id())).noneMatch(absence -> absence.covers(now));
        if (severity == Severity.CRITICAL) {
            assertThat(notice.held()).isFalse();
        } else {
            assertThat(isQuiet(person, roster, notice.dueAt())).as("%s", notice).isFalse();
        }
    }

    private void checkThatLookingAgainFindsNothing(
            Plan plan, Responsibility responsibility, Roster roster, Instant now) {
        Plan again = routing.plan(plan.alert(), responsibility, roster, now);
        assertThat(again.changes()).isEmpty();
        assertThat(again.notices()).isEmpty();
        assertThat(again.lookAgainAt()).isEqualTo(plan.lookAgainAt());
    }

    /** Minute by minute, as a person would. */
    private static boolean isQuiet(Person person, Roster roster, Instant at) {
        ZonedDateTime local = at.atZone(person.zone());
        LocalDate day = local.toLocalDate();
        boolean weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
        Roster.@Nullable DayKind special = roster.special(day);
        if (special == Roster.DayKind.HOLIDAY || (special == null && weekend)) {
            return true;
        }
        QuietHours quiet = person.quiet() == null ? RoutingPolicy.DEFAULT.quiet() : person.quiet();
        LocalTime time = local.toLocalTime();
        for (LocalTime minute = quiet.from(); !minute.equals(quiet.to()); minute = minute.plusMinutes(1)) {
            if (time.getHour() == minute.getHour() && time.getMinute() == minute.getMinute()) {
                return true;
            }
        }
        return false;
    }

    private static Alert after(Alert alert, Change change) {
        return LifeCycle.after(alert, change) instanceof LifeCycle.Result.Changed changed ? changed.alert() : alert;
    }
}
