package io.tidemark.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.detect.Severity;
import io.tidemark.route.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whenever an instance dies: every alert reaches its channel, sent twice at most once for each death. */
class CrashTest {
    private static final int PERSONS = 3;

    private final Counter counter = Counter.inMemory();
    private final Map<UUID, Set<Long>> contents = Mortal.contents();

    static IntStream everyStep() {
        return IntStream.rangeClosed(1, 40);
    }

    @ParameterizedTest(name = "after {0} steps")
    @MethodSource("everyStep")
    void whoeverDiesAtAnyStepLosesNothing(int steps) {
        FakeGateway first = new FakeGateway("first", Channel.SMS);
        FakeGateway second = new FakeGateway("second", Channel.SMS);
        first.refuses(Reason.UNREACHABLE);
        for (int i = 0; i < 6; i++) {
            counter.plan("M-" + i % PERSONS, Severity.HIGH);
        }
        Mortal life = new Mortal(steps, contents);
        Dispatcher dying = counter.dispatcher(life.with(counter.desk.ledger()), life.with(first), life.with(second));
        for (int turn = 0; turn < 10 && !life.isDead(); turn++) {
            dying.turn().subscribe();
        }
        Mortal lives = new Mortal(Integer.MAX_VALUE, contents);
        Dispatcher heir = counter.dispatcher(lives.with(counter.desk.ledger()), first, second);
        for (int minute = 0; minute < 5; minute++) {
            heir.tidy().block();
            Counter.drain(heir);
            counter.advance(Duration.ofMinutes(1));
        }

        assertThat(counter.desk.standings()).containsOnly("ACCEPTED");
        assertThat(timesTold(second.brought, contents, 6)).allMatch(times -> times >= 1);
        assertThat(second.brought).hasSizeBetween(PERSONS, PERSONS + 1);
    }

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void badProvidersAndManyDeathsLoseNothing(int seed) {
        Random random = new Random(seed);
        counter.cap = new Cap(1_000, Duration.ofMinutes(10));
        Ledger ledger = counter.desk.ledger();
        Provider one = new Provider("one", random, counter.clock, ledger);
        Provider two = new Provider("two", random, counter.clock, ledger);
        int planned = 0;
        int deaths = 0;
        for (int round = 0; round < 30; round++) {
            Mortal life = new Mortal(1 + random.nextInt(60), contents);
            Dispatcher instance = counter.dispatcher(life.with(ledger), life.with(one), life.with(two));
            while (random.nextInt(4) > 0) {
                counter.plan("M-" + random.nextInt(PERSONS), severity(random));
                planned++;
            }
            for (int turn = 0; turn < 8 && !life.isDead(); turn++) {
                instance.turn().subscribe();
                instance.tidy().subscribe();
                one.sendReceipts().block();
                two.sendReceipts().block();
                counter.advance(Duration.ofSeconds(random.nextInt(20)));
            }
            deaths++;
        }
        settle(ledger, one, two);

        List<Message> taken = new ArrayList<>(one.taken);
        taken.addAll(two.taken);
        int dropped = one.dropped + two.dropped;
        assertThat(counter.desk.standings())
                .hasSize(planned)
                .allMatch(standing ->
                        standing.equals("ACCEPTED") || standing.equals("DELIVERED") || standing.startsWith("UNKNOWN"));
        long extra = taken.stream().map(Message::id).count()
                - taken.stream().map(Message::id).distinct().count();
        assertThat(extra).isLessThanOrEqualTo(deaths + dropped);
        assertThat(taken.stream().map(Message::id).distinct())
                .allMatch(id ->
                        taken.stream().filter(each -> each.id().equals(id)).count() <= 2);
        List<Integer> told = timesTold(taken, contents, planned);
        for (int delivery = 0; delivery < planned; delivery++) {
            // In doubt twice, with nothing taken either time, is all that may keep somebody from being told.
            boolean unknown = counter.desk.standings().get(delivery).startsWith("UNKNOWN");
            assertThat(told.get(delivery)).isBetween(unknown ? 0 : 1, 2);
        }
    }

    private void settle(Ledger ledger, Provider one, Provider two) {
        one.getsWell();
        two.getsWell();
        Dispatcher last = counter.dispatcher(new Mortal(Integer.MAX_VALUE, contents).with(ledger), one, two);
        for (int minute = 0; minute < 30 || one.owesReceipts() || two.owesReceipts(); minute++) {
            last.tidy().block();
            Counter.drain(last);
            one.sendReceipts().block();
            two.sendReceipts().block();
            counter.advance(Duration.ofMinutes(1));
        }
    }

    /** How often each delivery was in a message that a provider took. */
    static List<Integer> timesTold(List<Message> taken, Map<UUID, Set<Long>> contents, int planned) {
        List<Integer> times = new ArrayList<>();
        for (long delivery = 1; delivery <= planned; delivery++) {
            long each = delivery;
            times.add((int) taken.stream()
                    .filter(message ->
                            contents.getOrDefault(message.id(), Set.of()).contains(each))
                    .count());
        }
        return times;
    }

    private static Severity severity(Random random) {
        return List.of(Severity.values()).get(random.nextInt(5));
    }
}
