package io.tidemark.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.local.sms.Answer;
import io.tidemark.local.sms.Receipting;
import io.tidemark.local.sms.SmppPeer;
import io.tidemark.local.sms.Sms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances that deliver, one of them killed without warning again and again while messages flow. */
class DeliveryCrashIT {
    private static final int ALERTS = Integer.getInteger("tidemark.alerts", 10_000);
    private static final int KILLS = 5;
    private static final int SLOWEST_ANSWER_MILLIS = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern CODE = Pattern.compile("/a/([0-9A-Z]{8})");

    @TempDir
    Path directory;

    private final long seed = Long.getLong("tidemark.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final AtomicInteger shown = new AtomicInteger();
    private final Surroundings surroundings = Surroundings.fresh();
    private final Records records = new Records(surroundings.database());

    @Test
    void killedAtRandomMomentsTheyForgetNobodyAndRepeatThemselvesOncePerKillAtMost() throws Exception {
        System.out.println("DeliveryCrashIT: repeat with -Dtidemark.seed=" + seed);
        try (SmppPeer peer = SmppPeer.listening(0, sms -> shown.incrementAndGet());
                Pair services = new Pair(peer.port())) {
            peer.sendsReceipts(Receipting.AFTER_ANSWER);
            peer.answers(segment -> soon());
            services.awaitUp();
            Instant begun = Instant.now();
            List<String> codes = new Backlog(surroundings.database(), begun).plan(ALERTS);
            random.ints(KILLS, ALERTS / 20, ALERTS * 19 / 20).sorted().forEach(messages -> {
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> shown.get() >= messages);
                services.killOne();
            });
            awaitNothingLeft();
            Duration taken = Duration.between(begun, Instant.now());

            List<String> told =
                    peer.messages().stream().map(DeliveryCrashIT::code).toList();
            int repeated = told.size() - new HashSet<>(told).size();
            System.out.printf(
                    "DeliveryCrashIT: seed %d, %d kills, %d sent twice, %d s, attempts %s, messages %s%n",
                    seed, KILLS, repeated, taken.toSeconds(), count("attempt"), count("message"));
            assertThat(new HashSet<>(told)).isEqualTo(new HashSet<>(codes));
            assertThat(repeated).isLessThanOrEqualTo(KILLS);
            assertThat(count("delivery")).containsExactly("DELIVERED " + ALERTS);
            assertThat(count("message")).containsExactly("DELIVERED " + ALERTS);
            assertThat(count("attempt")).noneMatch(state -> state.startsWith("SUBMITTING"));
            assertThat(records.query("select kind || ' ' || count(*) from timeline group by kind order by kind"))
                    .containsExactly("DELIVERED " + ALERTS, "SENT " + ALERTS);
        }
    }

    private void awaitNothingLeft() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> assertThat(records.query("""
                        select state || ' ' || count(*) from delivery left join message using (message_id, state)
                        where delivery.state in ('PLANNED', 'CLAIMED', 'SUBMITTING', 'ACCEPTED')
                            or held_until is not null
                        group by state"""))
                .isEmpty());
    }

    private List<String> count(String table) {
        return records.query("select state || ' ' || count(*) from " + table + " group by state order by state");
    }

    /** Slowly enough for many to be under way. */
    private static Answer soon() {
        int millis = ThreadLocalRandom.current().nextInt(SLOWEST_ANSWER_MILLIS);
        return new Answer.Late(new CompletableFuture<Void>().completeOnTimeout(null, millis, TimeUnit.MILLISECONDS));
    }

    private static String code(Sms message) {
        Matcher link = CODE.matcher(message.text());
        assertThat(link.find()).as(message.text()).isTrue();
        return link.group(1);
    }

    /** Two instances of the service, each started again as soon as it is killed. */
    private final class Pair implements AutoCloseable {
        private final int provider;
        private final int[] ports = {ServiceProcess.freePort(), ServiceProcess.freePort()};
        private final ServiceProcess[] services = new ServiceProcess[2];
        private int started;

        Pair(int provider) {
            this.provider = provider;
            start(0);
            services[0].awaitUp();
            start(1);
        }

        private void start(int which) {
            Path log = directory.resolve("service-" + ++started + ".log");
            services[which] = ServiceProcess.start(
                    ports[which],
                    log,
                    surroundings.arguments(
                            "--tidemark.deliver.smpp[0].name=carrier",
                            "--tidemark.deliver.smpp[0].host=127.0.0.1",
                            "--tidemark.deliver.smpp[0].port=" + provider,
                            "--tidemark.deliver.smpp[0].account.system-id=tidemark",
                            "--tidemark.deliver.smpp[0].account.password=sesame",
                            "--tidemark.deliver.smpp[0].window=10",
                            "--tidemark.deliver.smpp[0].timing.submit-timeout=2s",
                            "--tidemark.deliver.per-second-otherwise=100000",
                            "--tidemark.deliver.in-flight=8",
                            "--tidemark.deliver.cap.messages=1000",
                            "--tidemark.deliver.waiting.poll=100ms",
                            "--tidemark.deliver.waiting.submission=4s",
                            "--tidemark.deliver.waiting.lease=8s",
                            "--tidemark.deliver.waiting.in-doubt=60s"));
        }

        void awaitUp() {
            for (ServiceProcess service : services) {
                service.awaitUp();
            }
        }

        /** SIGKILL to either, if need be as soon as it has come back from the last one. */
        void killOne() {
            int which = random.nextInt(services.length);
            services[which].awaitUp().kill();
            start(which);
        }

        @Override
        public void close() {
            for (ServiceProcess service : services) {
                service.close();
            }
        }
    }
}
