package io.tidemark.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.movement.RandomMovements;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process of its own, killed without warning again and again while movements flow. */
class CrashIT {
    private static final int MOVEMENTS = 200_000;
    private static final int CLIENTS = 4_000;
    private static final int KILLS = 6;
    private static final Duration FLOW = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    private final long seed = Long.getLong("tidemark.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void killedAtRandomMomentsItLosesNothingAndSaysNothingTwice() {
        System.out.println("CrashIT: repeat with -Dtidemark.seed=" + seed);
        Surroundings crashing = Surroundings.fresh();
        int port = ServiceProcess.freePort();
        List<Subscriber.Seen> seen;
        try (Ledger ledger = new Ledger(RandomMovements.calm(seed, CLIENTS, MOVEMENTS), crashing.topic());
                Subscriber subscriber = Subscriber.at(port)) {
            for (int kill = 0; kill < KILLS; kill++) {
                runAndKill(crashing, port, ledger);
            }
            try (ServiceProcess last = service(crashing, port)) {
                ledger.publish(MOVEMENTS);
                awaitAll(crashing);
                seen = awaitFed(crashing, subscriber);
                assertThat(last.said()).doesNotContain("Exception in thread");
            }
        }

        Records records = new Records(crashing.database());
        Records undisturbed = undisturbed(crashing);
        assertThat(records.findings()).isEqualTo(undisturbed.findings());
        assertThat(records.alerts()).hasSizeGreaterThan(1_000).isEqualTo(undisturbed.alerts());
        assertThat(seen).extracting(Subscriber.Seen::position).containsExactlyElementsOf(positions(seen.size()));
        assertThat(seen).extracting(Subscriber.Seen::alertId).isEqualTo(records.alertsByPosition());
    }

    private void runAndKill(Surroundings surroundings, int port, Ledger ledger) {
        try (ServiceProcess service = service(surroundings, port)) {
            service.awaitUp();
            CompletableFuture<Void> flowing = ledger.flow(MOVEMENTS / (KILLS + 1), FLOW);
            Duration alive = Duration.ofMillis(random.nextInt(Math.toIntExact(FLOW.toMillis())));
            await().pollDelay(alive).atMost(PATIENCE).until(() -> true);
            service.kill();
            flowing.join();
        }
    }

    private ServiceProcess service(Surroundings surroundings, int port) {
        List<String> arguments = new ArrayList<>(surroundings.arguments());
        arguments.addAll(Ledger.reference(directory));
        // Who comes back under the same name has its partitions at once, and needs not wait for its own session to end.
        arguments.add("--tidemark.kafka.properties[group.instance.id]=the-one");
        return ServiceProcess.start(port, directory.resolve(surroundings.group() + ".log"), arguments);
    }

    private Records undisturbed(Surroundings surroundings) {
        Surroundings undisturbed = surroundings.undisturbed();
        try (ServiceProcess service = service(undisturbed, ServiceProcess.freePort())) {
            awaitAll(undisturbed);
        }
        return new Records(undisturbed.database());
    }

    private static void awaitAll(Surroundings surroundings) {
        Records records = new Records(surroundings.database());
        await().atMost(PATIENCE)
                .ignoreExceptions() // until the tables are there
                .untilAsserted(() -> assertThat(records.checkpointed()).isEqualTo(MOVEMENTS));
    }

    private static List<Subscriber.Seen> awaitFed(Surroundings surroundings, Subscriber subscriber) {
        int alerts = new Records(surroundings.database()).alerts().size();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(subscriber.seen()).hasSizeGreaterThanOrEqualTo(alerts));
        return subscriber.seen();
    }

    private static List<Long> positions(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }
}
