package io.tidemark.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.movement.RandomMovements;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances, one of them stopped until it has lost its partitions without noticing, then continued. */
class ZombieIT {
    private static final int MOVEMENTS = 60_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    private final long seed = Long.getLong("tidemark.seed", System.nanoTime());

    @Test
    void nothingLandsThatAnInstanceWritesAfterItHasLostItsPartitions() {
        System.out.println("ZombieIT: repeat with -Dtidemark.seed=" + seed);
        Surroundings surroundings = Surroundings.fresh();
        Records records = new Records(surroundings.database());
        try (Ledger ledger = new Ledger(RandomMovements.calm(seed, 1_000, MOVEMENTS), surroundings.topic());
                // One that never checkpoints always has something left to write.
                ServiceProcess zombie = service(surroundings, "zombie", "--tidemark.intake.checkpoint-every=1h")) {
            zombie.awaitUp();
            WriteLog.keepIn(records);
            CompletableFuture<Void> flowing = ledger.flow(MOVEMENTS / 2, Duration.ofSeconds(2));
            await().atMost(PATIENCE).until(() -> !records.findings().isEmpty());
            zombie.pause();
            flowing.join();

            try (ServiceProcess heir = service(surroundings, "heir", "--tidemark.intake.checkpoint-every=1s")) {
                await().atMost(PATIENCE).until(() -> WriteLog.holders(records)
                        .equals(Map.of("0", "heir", "1", "heir", "2", "heir", "3", "heir")));
                zombie.resume();
                zombie.awaitSaid("is no longer held");
                ledger.publish(MOVEMENTS);
                // By now it may rightly have partitions again, but would not checkpoint them within the test's
                // patience.
                zombie.kill();
                await().atMost(PATIENCE)
                        .failFast(heir::requireAlive)
                        .untilAsserted(() -> assertThat(records.checkpointed()).isEqualTo(MOVEMENTS));
                assertThat(WriteLog.writtenByOthersThanTheHolder(records)).isEmpty();
            }
        }

        Records undisturbed = undisturbed(surroundings);
        assertThat(records.findings()).isEqualTo(undisturbed.findings());
        assertThat(records.alerts()).isNotEmpty().isEqualTo(undisturbed.alerts());
    }

    private ServiceProcess service(Surroundings surroundings, String name, String checkpointEvery) {
        List<String> arguments = new ArrayList<>(surroundings.arguments(checkpointEvery));
        arguments.addAll(Ledger.reference(directory));
        arguments.add("--tidemark.postgres.application-name=" + name);
        return ServiceProcess.start(ServiceProcess.freePort(), directory.resolve(name + ".log"), arguments);
    }

    private Records undisturbed(Surroundings surroundings) {
        Surroundings undisturbed = surroundings.undisturbed();
        Records records = new Records(undisturbed.database());
        try (ServiceProcess service = service(undisturbed, "undisturbed", "--tidemark.intake.checkpoint-every=1s")) {
            await().atMost(PATIENCE)
                    .failFast(service::requireAlive)
                    .ignoreExceptions() // until the tables are there
                    .untilAsserted(() -> assertThat(records.checkpointed()).isEqualTo(MOVEMENTS));
        }
        return records;
    }

    /** Triggers that note who takes a partition and who writes for it, in the order of the commits. */
    private static final class WriteLog {
        static void keepIn(Records records) {
            records.execute("""
                    create table write_log (seq bigint generated always as identity, partition int, kind text, writer text);
                    create function note_progress() returns trigger language plpgsql as $$ begin
                        insert into write_log (partition, kind, writer) values (new.partition,
                            case when new.epoch > old.epoch then 'TAKE' else 'WRITE' end,
                            current_setting('application_name'));
                        return new;
                    end $$;
                    create trigger note_progress after update on partition_progress
                        for each row execute function note_progress();
                    create function note_finding() returns trigger language plpgsql as $$ begin
                        insert into write_log (partition, kind, writer) values (new.partition, 'WRITE',
                            current_setting('application_name'));
                        return new;
                    end $$;
                    create trigger note_finding after insert on finding
                        for each row execute function note_finding();
                    """);
        }

        /** Who took each partition last. */
        static Map<String, String> holders(Records records) {
            Map<String, String> holders = new TreeMap<>();
            for (String take : records.query(
                    "select partition || ' ' || writer from write_log where kind = 'TAKE' order by seq")) {
                holders.put(take.substring(0, 1), take.substring(2));
            }
            return holders;
        }

        static List<String> writtenByOthersThanTheHolder(Records records) {
            return records.query("""
                    select concat_ws(' ', w.seq, w.partition, w.writer) from write_log w
                    where w.kind = 'WRITE' and w.writer <> (
                        select t.writer from write_log t
                        where t.kind = 'TAKE' and t.partition = w.partition and t.seq < w.seq
                        order by t.seq desc limit 1)""");
        }
    }
}
