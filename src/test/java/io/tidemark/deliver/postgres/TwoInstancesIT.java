package io.tidemark.deliver.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.deliver.Cap;
import io.tidemark.deliver.Counter;
import io.tidemark.deliver.Lives;
import io.tidemark.deliver.Message;
import io.tidemark.deliver.Provider;
import io.tidemark.deliver.SetClock;
import io.tidemark.detect.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two instances on one database, each of which dies again and again, with providers on a bad day. */
class TwoInstancesIT {
    private static final int ROUNDS = 12;
    private static final int EACH = 40;
    private static final int PERSONS = 25;

    private final SetClock clock = new SetClock();
    private final PostgresDesk desk = new PostgresDesk(PostgresDesk.freshDatabase(), clock);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatTheyDoTogetherLosesNothingAndRepeatsLittle() {
        Random random = new Random(11);
        Counter counter = new Counter(clock, desk);
        counter.cap = new Cap(1_000, Duration.ofMinutes(10));
        Provider one = new Provider("one", new Random(12), clock, desk.ledger());
        Provider two = new Provider("two", new Random(13), clock, desk.ledger());
        Lives lives = new Lives(counter, one, two);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < EACH; i++) {
                counter.plan(
                        "M-" + random.nextInt(PERSONS),
                        List.of(Severity.values()).get(random.nextInt(5)));
            }
            lives.together(30 + random.nextInt(200), 30 + random.nextInt(200));
            counter.advance(Duration.ofSeconds(20));
        }
        lives.settle();

        List<Message> taken = new ArrayList<>(one.taken);
        taken.addAll(two.taken);
        long repeated =
                taken.size() - taken.stream().map(Message::id).distinct().count();
        assertThat(repeated).isLessThanOrEqualTo(2 * ROUNDS + one.dropped + two.dropped);
        List<String> standings = desk.standings();
        assertThat(standings)
                .hasSize(ROUNDS * EACH)
                .allMatch(standing -> standing.matches("ACCEPTED|DELIVERED|UNKNOWN.*"));
        List<Integer> told = lives.timesTold(ROUNDS * EACH);
        for (int delivery = 0; delivery < told.size(); delivery++) {
            boolean unknown = standings.get(delivery).startsWith("UNKNOWN");
            assertThat(told.get(delivery)).isBetween(unknown ? 0 : 1, 2);
        }
    }
}
