package io.tidemark.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.alert.Alert;
import io.tidemark.feed.FeedLimits.RingSize;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class ListenerTest {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Filter ALL = Filter.ALL;
    private static final Documents DOCUMENTS = document -> number(Long.parseLong(document));

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final FeedLimits limits = new FeedLimits(
            new RingSize(4, 1_000),
            100,
            3,
            1_000,
            new Patience(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(5)));
    private final Ring ring = new Ring(limits.ring());
    private final PlainForm form = new PlainForm();
    private final AtomicInteger hungUp = new AtomicInteger();
    private MemoryHistory history = new MemoryHistory();
    private Audience audience = audience();

    private static Alert number(long offset) {
        return SampleAlerts.number(offset);
    }

    private Audience audience() {
        Audience made = new Audience(ring, new Replay(history, DOCUMENTS, limits.pageEvents(), time), limits, time);
        made.watch(TICK);
        return made;
    }

    private void publish(int events) {
        for (int i = 0; i < events; i++) {
            ring.append(RingEntry.of(history.add("7"), DOCUMENTS));
            audience.wake();
        }
    }

    private Reader listen(@Nullable Long since, Predicate<FeedEvent> visible) {
        Reader reader = new Reader();
        audience.listen(new Interest(since, visible, form), new Line(Runnable::run, hungUp::incrementAndGet))
                .subscribe(reader);
        return reader;
    }

    @Test
    void fromNowOnIsPrecededByNothing() {
        publish(3);
        Reader reader = listen(null, ALL).take(10);
        assertThat(reader.frames).isEmpty();
        publish(2);
        assertThat(reader.frames).containsExactly("4", "5");
    }

    @Test
    void continuesRightAfterWhatItHasSeen() {
        publish(4);
        assertThat(listen(2L, ALL).take(10).frames).containsExactly("3", "4");
    }

    @Test
    void fromTheBeginningReadsHistoryAndThenTheRing() {
        publish(11);
        Reader reader = listen(0L, ALL).take(20);
        publish(1);
        assertThat(reader.frames).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
    }

    @Test
    void aBusyReaderGetsAllThatIsThereInOneBatch() {
        Reader reader = listen(null, ALL);
        publish(3);
        reader.take(1);
        assertThat(reader.batches).containsExactly(3);
    }

    @Test
    void aBatchEndsAtItsLimit() {
        history = new MemoryHistory();
        FeedLimits small = new FeedLimits(new RingSize(16, 1_000), 100, 3, 2, limits.patience());
        Ring large = new Ring(small.ring());
        Audience narrow = new Audience(large, new Replay(history, DOCUMENTS, 3, time), small, time);
        for (int i = 0; i < 5; i++) {
            large.append(RingEntry.of(history.add("7"), DOCUMENTS));
        }
        Reader reader = new Reader();
        narrow.listen(new Interest(0L, ALL, form), new Line(Runnable::run, hungUp::incrementAndGet))
                .subscribe(reader);
        assertThat(reader.take(5).batches).containsExactly(2, 2, 1);
    }

    @Test
    void eachFormIsEncodedOnceForAllWhoShareIt() {
        List<Reader> readers = List.of(
                listen(null, ALL).take(9),
                listen(null, ALL).take(9),
                listen(null, ALL).take(9));
        publish(2);
        assertThat(readers).allSatisfy(reader -> assertThat(reader.frames).containsExactly("1", "2"));
        assertThat(form.encoded).hasValue(2);
    }

    @Test
    void whatItDoesNotWantToSeeCostsItNoDemand() {
        Reader reader = listen(null, event -> event.position() == 9).take(1);
        publish(9);
        assertThat(reader.frames).containsExactly("9");
    }

    @Test
    void aReaderThatTakesNothingIsNotLaggingWhileThereIsNothingForIt() {
        Reader reader = listen(null, event -> event.position() == 9);
        publish(10);
        assertThat(reader.take(1).frames).containsExactly("9");
    }

    @Test
    void isAskedForEachEventWhetherItMayBeSeenAtTheMomentOfSending() {
        AtomicInteger until = new AtomicInteger(2);
        Reader reader = listen(null, event -> event.position() <= until.get());
        publish(2);
        until.set(1);
        reader.take(5);
        assertThat(reader.frames).containsExactly("1");
    }

    @Test
    void whatIsNoLongerKeptIsToldAsAGap() {
        publish(10);
        history.forget(5);
        assertThat(listen(2L, ALL).take(10).frames).containsExactly("gap 2 6", "6", "7", "8", "9", "10");
    }

    @Test
    void whatIsForgottenDuringTheReplayIsToldAsAGap() {
        publish(12);
        Reader reader = listen(0L, ALL).take(1);
        assertThat(reader.frames).containsExactly("1", "2", "3");
        history.forget(8);
        assertThat(reader.take(1).frames).endsWith("5", "6");
        assertThat(reader.take(10).frames)
                .containsExactly("1", "2", "3", "4", "5", "6", "gap 6 9", "9", "10", "11", "12");
    }

    @Test
    void aPositionOfAFeedThatWasResetIsToldAsAGapAndContinuesFromTheBeginning() {
        publish(2);
        assertThat(listen(4711L, ALL).take(10).frames).containsExactly("gap 4711 1", "1", "2");
    }

    @Test
    void aPositionThatOnlyAnotherInstanceHasSeenIsNoGap() {
        publish(2);
        StoredEvent ahead = history.add("7");
        Reader reader = listen(3L, ALL).take(10);
        ring.append(RingEntry.of(ahead, DOCUMENTS));
        publish(1);
        assertThat(reader.frames).containsExactly("4");
    }

    @Test
    void anEmptyFeedStartsAtOne() {
        Reader reader = listen(0L, ALL).take(10);
        publish(1);
        assertThat(reader.frames).containsExactly("1");
    }

    @Test
    void silenceIsBrokenByAHeartbeat() {
        publish(1);
        Reader reader = listen(null, ALL).take(10);
        time.advanceTimeBy(Duration.ofSeconds(14));
        assertThat(reader.frames).isEmpty();
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(reader.frames).containsExactly("heartbeat");
    }

    @Test
    void noHeartbeatWhileThereIsSomethingToSend() {
        Reader reader = listen(null, ALL).take(10);
        time.advanceTimeBy(Duration.ofSeconds(10));
        publish(1);
        time.advanceTimeBy(Duration.ofSeconds(10));
        assertThat(reader.frames).containsExactly("1");
        time.advanceTimeBy(Duration.ofSeconds(5));
        assertThat(reader.frames).containsExactly("1", "heartbeat");
    }

    @Test
    void aHeartbeatTellsHowFarTheFeedWentUnseen() {
        Reader reader = listen(null, event -> event.position() == 1).take(10);
        publish(6);
        time.advanceTimeBy(Duration.ofSeconds(30));
        assertThat(reader.frames).containsExactly("1", "heartbeat 6", "heartbeat");
    }

    @Test
    void whoLagsBehindTheRingOnceLiveIsToldAndCutOff() {
        Reader reader = listen(null, ALL).take(1);
        publish(6);
        reader.take(5);
        assertThat(reader.frames).containsExactly("1", "bye lagged");
        assertThat(reader.completed).isTrue();
        assertThat(audience.size()).isZero();
    }

    @Test
    void whoDoesNotEvenTakeTheByeIsHungUpOn() {
        listen(null, ALL);
        publish(5);
        time.advanceTimeBy(Duration.ofSeconds(5));
        assertThat(hungUp).hasValue(0);
        time.advanceTimeBy(TICK);
        assertThat(hungUp).hasValue(1);
        assertThat(audience.size()).isZero();
    }

    @Test
    void whoTakesNothingWhileReplayingIsCutOff() {
        publish(12);
        Reader reader = listen(0L, ALL);
        time.advanceTimeBy(Duration.ofSeconds(31));
        reader.take(5);
        assertThat(reader.frames).containsExactly("bye lagged");
    }

    @Test
    void aReplayIsNotLaggingHoweverFarTheRingGoes() {
        publish(12);
        Reader reader = listen(0L, ALL).take(1);
        publish(12);
        reader.take(30);
        assertThat(reader.frames).hasSize(24).startsWith("1", "2").endsWith("23", "24");
    }

    @Test
    void aSlowReaderDoesNotHoldUpAnother() {
        listen(null, ALL);
        Reader quick = listen(null, ALL).take(100);
        publish(20);
        assertThat(quick.frames).hasSize(20);
    }

    @Test
    void shutdownSaysGoodbyeToEveryoneWithinTheSpread() {
        List<Reader> readers =
                List.of(listen(null, ALL).take(5), listen(0L, ALL).take(5));
        AtomicBoolean gone = new AtomicBoolean();
        audience.close(Duration.ofSeconds(2)).subscribe(null, null, () -> gone.set(true));
        time.advanceTimeBy(Duration.ofSeconds(2));
        assertThat(readers).allSatisfy(reader -> {
            assertThat(reader.frames).containsExactly("bye shutdown");
            assertThat(reader.completed).isTrue();
        });
        assertThat(gone).isTrue();
    }

    @Test
    void shutdownHangsUpOnWhoDoesNotTakeTheBye() {
        listen(null, ALL);
        AtomicBoolean gone = new AtomicBoolean();
        audience.close(Duration.ofSeconds(2)).subscribe(null, null, () -> gone.set(true));
        time.advanceTimeBy(Duration.ofSeconds(8));
        assertThat(hungUp).hasValue(1);
        assertThat(gone).isTrue();
    }

    @Test
    void whoComesDuringShutdownIsSentOn() {
        audience.close(Duration.ZERO).subscribe();
        Reader late = listen(0L, ALL).take(5);
        assertThat(late.frames).containsExactly("bye shutdown");
        assertThat(late.completed).isTrue();
    }

    @Test
    void whileHistoryCannotBeReadTheReaderWaits() {
        AtomicBoolean down = new AtomicBoolean(true);
        MemoryHistory shaky = new MemoryHistory() {
            @Override
            public Mono<List<StoredEvent>> after(long position, int limit) {
                return down.get() ? Mono.error(new IllegalStateException("down")) : super.after(position, limit);
            }
        };
        history = shaky;
        audience = audience();
        publish(6);
        Reader reader = listen(0L, ALL).take(10);
        time.advanceTimeBy(Duration.ofSeconds(15));
        assertThat(reader.frames).containsExactly("heartbeat");
        down.set(false);
        time.advanceTimeBy(Duration.ofSeconds(10));
        assertThat(reader.frames).containsExactly("heartbeat", "1", "2", "3", "4", "5", "6");
    }

    @Test
    void aFailureToEncodeEndsTheStream() {
        Reader reader = listen(null, event -> {
            throw new IllegalStateException("broken");
        });
        publish(1);
        assertThat(reader.take(1).failure).hasMessage("broken");
        assertThat(audience.size()).isZero();
    }
}
