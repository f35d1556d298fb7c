package io.tidemark.endtoend.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertId;
import io.tidemark.deliver.Dispatcher;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.respond.Router;
import io.tidemark.route.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * A day told as a timeline: what happens, and which phones must ring at that very second and no others. Between two
 * moments the clock goes from one due time to the next, and whatever is due then is done.
 */
final class Day implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int MOST_TURNS = 10_000;

    private final Instant opening;
    private final Office office;
    private final Journalist journalist;
    private final Counter counter;
    private final Map<String, Alert> latest = new HashMap<>();
    private final List<Phones.Rung> expected = new ArrayList<>();
    private int heard;
    private boolean anyTime;

    /** @param opening what the seconds are counted from */
    Day(String opening) {
        this.opening = Instant.parse(opening);
        office = new Office(this.opening);
        journalist = new Journalist(office);
        counter = new Counter(office.url());
    }

    Counter counter() {
        return counter;
    }

    /** Goes to so many seconds after the opening. */
    Day at(long seconds) {
        nothingElseRang();
        anyTime = false;
        Instant target = opening.plusSeconds(seconds);
        work();
        for (Instant due = due(); due != null && due.isBefore(target); due = due()) {
            office.clock().set(due.isBefore(now()) ? now() : due);
            int before = office.phones().rung().size();
            if (work() == 0 && before == office.phones().rung().size()) {
                break;
            }
        }
        office.clock().set(target);
        work();
        return this;
    }

    /** Goes on until both of a person's phones could have rung again, whenever in that time they do. */
    Day within(long seconds) {
        at(Duration.between(opening, now()).toSeconds() + seconds);
        anyTime = true;
        return this;
    }

    /** The client falls far below the line, or just below it. */
    Day falls(String client, Severity severity) {
        Rule rule = severity == Severity.CRITICAL ? Rule.TIER_LOST : Rule.CRITICAL_BAND;
        return raise(client, rule, severity);
    }

    Day raise(String client, Rule rule, Severity severity) {
        latest.put(client, journalist.raise(client, counter.managerOf(client), rule, severity, now()));
        work();
        return this;
    }

    AlertId alertOf(String client) {
        return Objects.requireNonNull(latest.get(client), client).id();
    }

    Day acknowledges(String person, String client, @Nullable Long promiseSeconds) {
        counter.act(
                person,
                alertOf(client),
                "acknowledge",
                promiseSeconds == null
                        ? Map.of()
                        : Map.of("promise", opening.plusSeconds(promiseSeconds).toString()));
        work();
        return this;
    }

    Day resolves(String person, String client, String outcome) {
        counter.act(person, alertOf(client), "resolve", Map.of("outcome", outcome));
        work();
        return this;
    }

    /** What the bank tells of itself, one line of reference data. */
    Day tells(String kind, Map<String, ?> line) {
        counter.put(kind, List.of(line));
        work();
        return this;
    }

    Day sms(String person) {
        return rings(Channel.SMS, person, 1);
    }

    Day push(String person) {
        return rings(Channel.PUSH, person, 1);
    }

    /** One message about so many alerts. */
    Day digest(Channel channel, String person, int alerts) {
        return rings(channel, person, alerts);
    }

    private Day rings(Channel channel, String person, int alerts) {
        List<Phones.Rung> rung = office.phones().rung();
        Phones.Rung found = rung.subList(heard, rung.size()).stream()
                .filter(each -> !expected.contains(each))
                .filter(each -> each.channel() == channel && each.person().equals(person))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + channel + " to " + person + " by " + now() + ", but "
                        + rung.subList(heard, rung.size())));
        if (!anyTime) {
            assertThat(found.at()).as("when %s to %s rang", channel, person).isEqualTo(now());
        }
        assertThat(found.message().alerts()).as("alerts in %s", found).isEqualTo(alerts);
        expected.add(found);
        return this;
    }

    /** No phone has rung since the last moment. */
    Day silence() {
        nothingElseRang();
        return this;
    }

    private void nothingElseRang() {
        List<Phones.Rung> rung = office.phones().rung();
        assertThat(rung.subList(heard, rung.size()))
                .as("phones that rang unexpectedly")
                .isSubsetOf(expected);
        heard = rung.size();
        expected.clear();
    }

    Day gatewaysDie() {
        office.phones().die();
        return this;
    }

    Day gatewaysReturn() {
        office.phones().revive();
        return this;
    }

    String status(String client) {
        return counter.alert(alertOf(client)).get("status").toString();
    }

    List<String> timeline(String client) {
        return counter.timeline(alertOf(client));
    }

    private Instant now() {
        return office.clock().instant();
    }

    /** Until nothing is left to do at this time. */
    private int work() {
        Router router = office.part(Router.class);
        Dispatcher dispatcher = office.part(Dispatcher.class);
        int turns = 0;
        for (boolean busy = true; busy; turns++) {
            assertThat(turns).as("turns that never end").isLessThan(MOST_TURNS);
            busy = Stream.of(router.turn(), dispatcher.turn(), dispatcher.tidy())
                    .map(turn -> Objects.requireNonNull(turn.block(SOON)))
                    .reduce(false, Boolean::logicalOr);
        }
        return turns - 1;
    }

    private @Nullable Instant due() {
        return office.part(DatabaseClient.class)
                .sql("""
                        select min(due) as due from (
                            select min(look_at) as due from alert
                            union all select min(due_at) from delivery where state = 'PLANNED') as next
                        where due is not null""")
                .map(row -> Optional.ofNullable(row.get("due", Instant.class)))
                .one()
                .block(SOON)
                .orElse(null);
    }

    @Override
    public void close() {
        office.close();
    }
}
