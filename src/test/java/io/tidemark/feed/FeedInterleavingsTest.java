package io.tidemark.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.feed.FeedLimits.RingSize;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * Whatever order publishing, a wrapping ring, pages on their way, demand, time, event loops, cut-offs and reconnects
 * come in: each subscriber gets each event that it wants to see exactly once, in order.
 */
class FeedInterleavingsTest {
    private static final int STEPS = 400;
    private static final Documents DOCUMENTS = document -> SampleAlerts.number(7);

    static IntStream seeds() {
        return IntStream.range(0, 500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachEventExactlyOnceInOrder(int seed) {
        World world = new World(new Random(seed));
        for (int step = 0; step < STEPS; step++) {
            world.somethingHappens();
        }
        world.settle();
        for (Subscriber subscriber : world.subscribers) {
            assertThat(subscriber.seen).isEqualTo(world.wantedBy(subscriber));
        }
    }

    /** A reader that comes back with its last id whenever it is cut off. */
    private static final class Subscriber {
        final List<String> seen = new ArrayList<>();
        final int every;
        long lastId;
        Reader reader = new Reader();

        Subscriber(int every) {
            this.every = every;
        }

        boolean wants(FeedEvent event) {
            return event.position() % every == 0;
        }

        void collect() {
            for (String frame : reader.frames) {
                assertThat(frame).doesNotStartWith("gap");
                if (Character.isDigit(frame.charAt(0))) {
                    seen.add(frame);
                }
            }
            reader.frames.clear();
            lastId = Math.max(lastId, reader.lastId);
        }
    }

    private static final class World {
        final Random random;
        final VirtualTimeScheduler time = VirtualTimeScheduler.create();
        final FeedLimits limits = new FeedLimits(
                new RingSize(5, 8),
                100,
                3,
                3,
                new Patience(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(5)));
        final Ring ring = new Ring(limits.ring());
        final Deque<StoredEvent> notYetTailed = new ArrayDeque<>();
        final List<Runnable> pagesOnTheirWay = new ArrayList<>();
        final List<Deque<Runnable>> loops = List.of(new ArrayDeque<>(), new ArrayDeque<>());
        final List<Subscriber> subscribers = List.of(new Subscriber(1), new Subscriber(1), new Subscriber(3));
        final MemoryHistory history = new MemoryHistory();
        final Audience audience;

        World(Random random) {
            this.random = random;
            this.audience =
                    new Audience(ring, new Replay(slow(history), DOCUMENTS, limits.pageEvents(), time), limits, time);
            audience.watch(Duration.ofSeconds(1));
            subscribers.forEach(this::connect);
        }

        /** Reads at once, answers later: as a database does. */
        History slow(History quick) {
            return new History() {
                @Override
                public Mono<Kept> kept() {
                    return quick.kept().flatMap(this::later);
                }

                @Override
                public Mono<List<StoredEvent>> after(long position, int limit) {
                    return quick.after(position, limit).flatMap(this::later);
                }

                private <T> Mono<T> later(T answer) {
                    return Mono.create((MonoSink<T> sink) -> pagesOnTheirWay.add(() -> sink.success(answer)));
                }
            };
        }

        void somethingHappens() {
            Subscriber subscriber = subscribers.get(random.nextInt(subscribers.size()));
            switch (random.nextInt(9)) {
                case 0, 1 -> notYetTailed.add(history.add("d"));
                case 2, 3 -> tail();
                case 4 -> answerPage();
                case 5 -> subscriber.reader.take(1 + random.nextInt(2));
                case 6 -> runLoop();
                case 7 -> time.advanceTimeBy(Duration.ofMillis(random.nextInt(4_000)));
                default -> reconnectSometimes(subscriber);
            }
        }

        void tail() {
            int burst = random.nextInt(8);
            while (burst-- > 0 && !notYetTailed.isEmpty()) {
                ring.append(RingEntry.of(notYetTailed.remove(), DOCUMENTS));
            }
            audience.wake();
        }

        void answerPage() {
            if (!pagesOnTheirWay.isEmpty()) {
                pagesOnTheirWay.remove(random.nextInt(pagesOnTheirWay.size())).run();
            }
        }

        void runLoop() {
            Deque<Runnable> loop = loops.get(random.nextInt(loops.size()));
            if (!loop.isEmpty()) {
                loop.remove().run();
            }
        }

        void reconnectSometimes(Subscriber subscriber) {
            subscriber.collect();
            if (subscriber.reader.completed || random.nextInt(4) == 0) {
                subscriber.reader.disconnect();
                connect(subscriber);
            }
        }

        void connect(Subscriber subscriber) {
            subscriber.collect();
            subscriber.reader = new Reader();
            Deque<Runnable> loop = loops.get(random.nextInt(loops.size()));
            Line line = new Line(loop::add, () -> subscriber.reader.completed = true);
            audience.listen(new Interest(subscriber.lastId, subscriber::wants, new PlainForm()), line)
                    .subscribe(subscriber.reader);
        }

        /** Everyone takes everything, until there is nothing more. */
        void settle() {
            for (int round = 0; round < 200; round++) {
                tail();
                answerPage();
                runLoop();
                for (Subscriber subscriber : subscribers) {
                    subscriber.reader.take(5);
                    subscriber.collect();
                    if (subscriber.reader.completed) {
                        connect(subscriber);
                    }
                }
            }
        }

        List<String> wantedBy(Subscriber subscriber) {
            return LongStream.rangeClosed(1, history.newest())
                    .filter(position -> position % subscriber.every == 0)
                    .mapToObj(Long::toString)
                    .toList();
        }
    }
}
