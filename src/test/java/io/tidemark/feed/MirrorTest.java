package io.tidemark.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.feed.FeedLimits.RingSize;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

class MirrorTest {
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final FeedLimits limits = new FeedLimits(
            new RingSize(8, 1_000), 10, 4, 100, new Patience(Duration.ZERO, Duration.ZERO, Duration.ZERO));
    private final MemoryFeedStore history = new MemoryFeedStore();
    private final MemoryHotTail tail = new MemoryHotTail();
    private final Mirror mirror = new Mirror(tail, history, limits, time);

    /** One turn of the relay after another, until nothing is left. */
    private void relay(Mirror through) {
        while (Boolean.TRUE.equals(
                history.whileHeld(session -> session.assign(4).flatMap(through::follow))
                        .blockFirst())) {
            assertThat(tail.events).hasSizeLessThan(100);
        }
    }

    private void record(int events) {
        for (int i = 0; i < events; i++) {
            history.record("d");
        }
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void followsWhatIsGivenPositions() {
        relay(mirror);
        record(3);
        relay(mirror);
        assertThat(tail.positions()).isEqualTo(range(1, 3));
    }

    @Test
    void anEmptiedTailIsFilledWithTheNewestWithoutNewEvents() {
        record(25);
        relay(mirror);
        tail.events.clear();
        relay(mirror);
        assertThat(tail.positions()).isEqualTo(range(16, 25));
    }

    @Test
    void aTailThatIsEmptiedWhileItIsFilledIsContiguousInTheEnd() {
        record(25);
        history.whileHeld(session -> session.assign(100)).blockFirst();
        mirror.follow(List.of()).block();
        tail.events.clear();
        mirror.follow(List.of()).block();
        relay(mirror);
        assertThat(tail.positions()).isEqualTo(range(16, 25));
    }

    @Test
    void whileTheTailIsAwayPositionsGoOnAndLaterItIsMadeGood() {
        record(2);
        relay(mirror);
        tail.away = true;
        record(3);
        relay(mirror);
        assertThat(history.newest()).isEqualTo(5);
        tail.away = false;
        relay(mirror);
        assertThat(tail.positions()).as("it rests first").isEqualTo(range(1, 2));
        time.advanceTimeBy(Duration.ofSeconds(1));
        relay(mirror);
        assertThat(tail.positions()).isEqualTo(range(1, 5));
    }

    @Test
    void anAppendOfOneThatWasOvertakenIsRefusedAndDoesNoHarm() {
        Mirror zombie = new Mirror(tail, history, limits, time);
        relay(zombie);
        record(2);
        List<StoredEvent> given =
                history.whileHeld(session -> session.assign(4)).blockFirst();
        record(2);
        relay(mirror);
        assertThat(zombie.follow(given).block()).isTrue();
        assertThat(zombie.follow(List.of()).block()).isFalse();
        assertThat(tail.positions()).isEqualTo(range(1, 4));
    }

    @Test
    void aTailThatKnowsMoreThanTheHistoryIsOfAnotherFeed() {
        tail.events.addAll(HotTailContract.events(900, 901));
        record(3);
        relay(mirror);
        assertThat(tail.positions()).isEqualTo(range(1, 3));
    }

    @Test
    void aTailOfAnotherFeedIsEmptiedIfThisOneIsEmpty() {
        tail.events.addAll(HotTailContract.events(900, 901));
        relay(mirror);
        assertThat(tail.events).isEmpty();
    }

    @Test
    void aTailThatIsFarBehindBeginsAnewRatherThanReadEverything() {
        record(2);
        relay(mirror);
        record(30);
        history.whileHeld(session -> session.assign(100)).blockFirst();
        mirror.forget();
        relay(mirror);
        assertThat(tail.positions()).isEqualTo(range(23, 32));
    }
}
