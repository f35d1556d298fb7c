package io.tidemark.route;

import io.tidemark.bank.ManagerId;
import io.tidemark.route.Level.Asked;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Telling a level.
 *
 * @param late all channels at once, without head starts
 */
record Telling(Level level, Timing timing, boolean late) {

    List<Notice> notices() {
        return level.people().stream().flatMap(this::notices).toList();
    }

    private Stream<Notice> notices(Asked asked) {
        Set<Channel> used = EnumSet.noneOf(Channel.class);
        return timing.policy().choices(asked.person(), timing.severity()).stream()
                .filter(choice -> used.add(choice.channel()))
                .map(choice -> notice(asked, choice));
    }

    private Notice notice(Asked asked, ChannelChoice choice) {
        Instant wanted = late ? timing.now() : timing.now().plus(choice.headStart());
        Instant due = timing.hears(asked.person(), wanted);
        return new Notice(asked.person().id(), asked.role(), choice.channel(), due, due.isAfter(wanted));
    }

    /** The clock begins with the first notice, or now if all have chosen to hear nothing of it. */
    @Nullable
    Instant answerBy(List<Notice> notices) {
        Optional<Notice> first = notices.stream().min(Comparator.comparing(Notice::dueAt));
        Person person = first.map(Notice::recipient)
                .map(this::person)
                .orElse(level.people().get(0).person());
        return timing.answerBy(first.map(Notice::dueAt).orElse(timing.now()), person.zone());
    }

    private Person person(ManagerId id) {
        return level.people().stream()
                .map(Asked::person)
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
