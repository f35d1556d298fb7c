package io.tidemark.deliver;

import io.tidemark.alert.Alert;
import io.tidemark.bank.BranchId;
import io.tidemark.bank.ManagerId;
import io.tidemark.deliver.Courier.Patience;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.feed.SampleAlerts;
import io.tidemark.route.Channel;
import io.tidemark.route.Person;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** All that a dispatcher needs, on one clock. */
public final class Counter {
    private static final AtomicLong OFFSETS = new AtomicLong(1_000_000);
    public static final String PHONE = "+8613800000001";

    public final SetClock clock;
    public final Desk desk;
    public final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    public final Set<ManagerId> present = new HashSet<>();
    public int perSecond = 1_000;
    public Cap cap = new Cap(5, Duration.ofMinutes(10));

    public Counter(SetClock clock, Desk desk) {
        this.clock = clock;
        this.desk = desk;
    }

    public static Counter inMemory() {
        SetClock clock = new SetClock();
        return new Counter(clock, new MemoryLedger(clock));
    }

    /** A new instance, which knows nothing of those before. */
    public Dispatcher dispatcher(Ledger ledger, Gateway... gateways) {
        Breakers breakers = new MemoryBreakers(clock);
        RateLimits limits = new LocalLimits(clock);
        List<Lineup> lineups = Stream.of(Channel.values())
                .map(channel -> new Lineup(
                        channel,
                        Arrays.stream(gateways)
                                .filter(gateway -> gateway.channel() == channel)
                                .map(gateway ->
                                        new Line(gateway, breakers.of(gateway.name()), limits, perSecond, clock))
                                .toList()))
                .toList();
        Manners manners =
                new Manners(ledger, asked -> Mono.just(Set.copyOf(present)), cap, Duration.ofMinutes(10), clock);
        Backoff backoff = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5), () -> 0.5);
        Courier courier = new Courier(
                ledger,
                manners,
                Counter::person,
                new Texts("http://127.0.0.1:8080"),
                new Patience(Duration.ofSeconds(10), backoff, clock, time));
        return new Dispatcher(
                lineups,
                ledger,
                courier,
                new Dispatcher.Rhythm(4, Duration.ofMillis(500), Duration.ofSeconds(1), time));
    }

    public Dispatcher dispatcher(Gateway... gateways) {
        return dispatcher(desk.ledger(), gateways);
    }

    public void advance(Duration by) {
        clock.advance(by);
        time.advanceTimeBy(by);
    }

    public static Alert alert() {
        return SampleAlerts.of(OFFSETS.incrementAndGet(), "C-1001", Rule.CRITICAL_BAND, Severity.HIGH);
    }

    public long plan(String person, Channel channel, Severity severity) {
        return desk.plan(alert(), new ManagerId(person), channel, severity, clock.instant());
    }

    public long plan(String person, Severity severity) {
        return plan(person, Channel.SMS, severity);
    }

    public static void drain(Dispatcher dispatcher) {
        for (int turn = 0; turn < 1_000; turn++) {
            if (!Boolean.TRUE.equals(dispatcher.turn().block(Duration.ofSeconds(30)))) {
                return;
            }
        }
        throw new AssertionError("there is no end of it");
    }

    /** Everybody whose id begins with M is known, and has a phone unless it ends in X. */
    private static Mono<Person> person(ManagerId id) {
        return Mono.just(id)
                .filter(known -> known.value().startsWith("M"))
                .map(known -> new Person(
                        known,
                        "张伟",
                        new BranchId("SZ-01"),
                        known.value().endsWith("X")
                                ? null
                                : PHONE + known.value().substring(1),
                        Locale.SIMPLIFIED_CHINESE,
                        ZoneOffset.UTC,
                        false,
                        null,
                        Map.of()));
    }
}
