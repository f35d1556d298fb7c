package io.tidemark.respond.postgres;

import static io.tidemark.route.People.manager;
import static io.tidemark.route.People.supervisor;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bank.BranchId;
import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Severity;
import io.tidemark.respond.Raised;
import io.tidemark.route.Absence;
import io.tidemark.route.Channel;
import io.tidemark.route.ChannelChoice;
import io.tidemark.route.Person;
import io.tidemark.route.QuietHours;
import io.tidemark.route.Roster;
import io.tidemark.route.Roster.DayKind;
import io.tidemark.time.SettableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PostgresRostersIT {
    private static final SettableClock CLOCK = new SettableClock(Raised.TEN);
    private static final PostgresCaseStore STORE = new PostgresCaseStore(CLOCK);
    private static final ManagerId M17 = new ManagerId("M-17");

    private final PostgresCaseStore store = STORE.emptied();

    private Roster roster() {
        return Objects.requireNonNull(store.rosters().current().block(Duration.ofSeconds(30)));
    }

    private Person person(ManagerId id) {
        return Objects.requireNonNull(roster().person(id));
    }

    private void changed(String sql) {
        store.execute(sql);
        store.execute("update roster set version = version + 1");
    }

    @Test
    void peopleAreAsTheBankHasToldOfThem() {
        store.knows(manager("M-17", "SZ-01"), supervisor("S-2", "SZ-01"), supervisor("S-1", "SZ-01"));
        assertThat(person(M17)).isEqualTo(manager("M-17", "SZ-01").person());
        assertThat(roster().person(new ManagerId("M-99"))).isNull();
        assertThat(roster().supervisors(new BranchId("SZ-01")))
                .extracting(each -> each.id().value())
                .containsExactly("S-1", "S-2");
        assertThat(roster().supervisors(new BranchId("SZ-02"))).isEmpty();
    }

    @Test
    void itIsReadAgainWhenItsVersionSaysSo() {
        Roster before = roster();
        assertThat(roster()).isSameAs(before);
        store.knows(manager("M-17", "SZ-01"));
        assertThat(before.person(M17)).isNull();
        assertThat(roster().person(M17)).isNotNull();
    }

    @Test
    void branchesAbsencesAndDaysAreKnown() {
        changed("insert into branch values ('SZ-01', 'One', 'SZ'), ('SZ', 'All', null)");
        changed("insert into holiday values ('2026-10-01', 'Feast', false), ('2026-10-10', 'Instead', true)");
        changed("insert into absence values"
                + " (gen_random_uuid(), 'M-17', '2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z', 'M-18'),"
                + " (gen_random_uuid(), 'M-17', '2026-11-01T00:00:00Z', '2026-11-24T02:00:00Z', 'M-19')");
        assertThat(roster().above(new BranchId("SZ-01"))).isEqualTo(new BranchId("SZ"));
        assertThat(roster().above(new BranchId("SZ"))).isNull();
        assertThat(roster().special(LocalDate.of(2026, 10, 1))).isEqualTo(DayKind.HOLIDAY);
        assertThat(roster().special(LocalDate.of(2026, 10, 10))).isEqualTo(DayKind.WORKDAY);
        assertThat(roster().special(LocalDate.of(2026, 10, 2))).isNull();
        assertThat(roster().absences(M17)).extracting(Absence::delegate).containsExactly(new ManagerId("M-18"));
        assertThat(roster().absences(new ManagerId("M-18"))).isEmpty();
    }

    @Test
    void peopleHaveWhatTheyHaveSetForThemselves() {
        store.knows(manager("M-17", "SZ-01"), manager("M-18", "SZ-01"));
        changed("insert into personal_settings values ('M-17', '22:00', '06:30',"
                + " '{\"HIGH\":[{\"channel\":\"SMS\",\"headStart\":\"PT0S\"},{\"channel\":\"PUSH\",\"headStart\":\"PT30S\"}]}'),"
                + " ('M-18', null, null, 'unreadable')");
        assertThat(person(M17).quiet()).isEqualTo(new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 30)));
        assertThat(person(M17).channels().get(Severity.HIGH))
                .isEqualTo(List.of(
                        new ChannelChoice(Channel.SMS, Duration.ZERO),
                        new ChannelChoice(Channel.PUSH, Duration.ofSeconds(30))));
        assertThat(person(new ManagerId("M-18")).channels()).isEmpty();
        assertThat(person(new ManagerId("M-18")).quiet()).isNull();
    }
}
