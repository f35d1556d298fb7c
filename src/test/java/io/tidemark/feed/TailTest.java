package io.tidemark.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.feed.FeedLimits.RingSize;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

/** The whole way from recorded events to a reader, in memory and virtual time. */
class TailTest {
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final FeedLimits limits = new FeedLimits(
            new RingSize(16, 10_000),
            10,
            4,
            100,
            new Patience(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(5)));
    private final MemoryFeedStore store = new MemoryFeedStore();
    private final MemoryHotTail hot = new MemoryHotTail() {
        @Override
        public Mono<List<StoredEvent>> after(long position, int limit, Duration wait) {
            return super.after(position, limit, wait)
                    .delayUntil(found -> found.isEmpty() ? Mono.delay(wait, time) : Mono.empty());
        }
    };
    private final Feed feed =
            new Feed(new Feed.Ports(store, store, hot, document -> SampleAlerts.number(1)), limits, time);

    private Reader reader() {
        Reader reader = new Reader();
        feed.audience()
                .listen(
                        new Interest(0L, Filter.ALL, new PlainForm()),
                        new Line(Schedulers.immediate()::schedule, () -> {}))
                .subscribe(reader);
        return reader.take(Long.MAX_VALUE);
    }

    private static List<String> upTo(long newest) {
        return LongStream.rangeClosed(1, newest).mapToObj(Long::toString).toList();
    }

    private void record(int events) {
        for (int i = 0; i < events; i++) {
            store.record("d");
        }
    }

    @Test
    void theRingIsFilledBeforeAnyoneComes() {
        for (int i = 0; i < 40; i++) {
            store.add("d");
        }
        StartedFeed.load(feed, time);
        assertThat(feed.newest()).isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whateverHappensToTheHotTailEveryEventArrivesOnceInOrder(int seed) {
        Random random = new Random(seed);
        StartedFeed.load(feed, time);
        feed.run();
        Reader reader = reader();
        int recorded = 0;
        for (int step = 0; step < 300; step++) {
            int events = random.nextInt(6);
            record(events);
            recorded += events;
            switch (random.nextInt(8)) {
                case 0 -> hot.events.clear();
                case 1 -> hot.away = true;
                case 2, 3 -> hot.away = false;
                case 4 -> {
                    if (!hot.events.isEmpty()) {
                        hot.events.remove(random.nextInt(hot.events.size()));
                    }
                }
                default -> time.advanceTimeBy(Duration.ofMillis(random.nextInt(1_500)));
            }
        }
        hot.away = false;
        time.advanceTimeBy(Duration.ofSeconds(30));
        assertThat(reader.frames).isEqualTo(upTo(recorded));
        assertThat(hot.positions()).endsWith((long) recorded);
    }

    /** Loading needs the clock to go on. */
    private static final class StartedFeed {
        static void load(Feed feed, VirtualTimeScheduler time) {
            boolean[] loaded = new boolean[1];
            feed.load().subscribe(null, null, () -> loaded[0] = true);
            time.advanceTimeBy(Duration.ofSeconds(10));
            assertThat(loaded[0]).isTrue();
        }
    }
}
