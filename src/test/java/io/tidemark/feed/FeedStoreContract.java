package io.tidemark.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.feed.History.Kept;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What every {@link History} with its {@link Positions} keeps to. */
public abstract class FeedStoreContract {
    private static final Duration SOON = Duration.ofSeconds(30);

    protected abstract History history();

    protected abstract Positions positions();

    /** As the intake does, one event each. */
    protected abstract void record(List<String> documents);

    protected abstract void forget(int oldest);

    private void recordMany(int events) {
        record(IntStream.rangeClosed(1, events).mapToObj(n -> "d" + n).toList());
    }

    private List<StoredEvent> assign(int limit) {
        return positions().whileHeld(session -> session.assign(limit)).single().block(SOON);
    }

    private static List<Long> positions(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::position).toList();
    }

    private List<StoredEvent> after(long position, int limit) {
        return history().after(position, limit).block(SOON);
    }

    @Test
    void anEmptyFeedBeginsAtOne() {
        assertThat(history().kept().block(SOON)).isEqualTo(new Kept(1, 0));
        assertThat(after(0, 10)).isEmpty();
    }

    @Test
    void positionsFollowTheOrderOfRecordingWithoutAGap() {
        recordMany(5);
        assertThat(positions(assign(3))).containsExactly(1L, 2L, 3L);
        assertThat(positions(assign(3))).containsExactly(4L, 5L);
        assertThat(assign(3)).isEmpty();
        assertThat(after(0, 10).stream().map(StoredEvent::document)).containsExactly("d1", "d2", "d3", "d4", "d5");
    }

    @Test
    void whatHasNoPositionIsNotYetHistory() {
        recordMany(2);
        assertThat(after(0, 10)).isEmpty();
    }

    @Test
    void pagesContinueRightAfterAPosition() {
        recordMany(5);
        assign(10);
        assertThat(positions(after(1, 2))).containsExactly(2L, 3L);
        assertThat(positions(after(3, 9))).containsExactly(4L, 5L);
        assertThat(after(5, 9)).isEmpty();
        assertThat(after(99, 9)).isEmpty();
    }

    @Test
    void whatIsForgottenIsSkipped() {
        recordMany(5);
        assign(10);
        forget(3);
        assertThat(history().kept().block(SOON)).isEqualTo(new Kept(4, 5));
        assertThat(positions(after(0, 9))).containsExactly(4L, 5L);
    }

    @Test
    void onlyOneHoldsTheRightAtATimeAndTheNextGetsItWhenTheWorkEnds() {
        AtomicBoolean mineHasEnded = new AtomicBoolean();
        Mono<Boolean> theirs = positions()
                .whileHeld(session -> Mono.fromSupplier(mineHasEnded::get))
                .single()
                .cache();
        Flux<Kept> mine = positions().whileHeld(session -> {
            theirs.subscribe();
            return history().kept().repeat(20).doOnComplete(() -> mineHasEnded.set(true));
        });
        assertThat(mine.then(theirs).block(SOON)).isTrue();
    }

    @Test
    void cancellingGivesTheRightUp() {
        positions().whileHeld(mine -> Flux.just(1).concatWith(Mono.never())).blockFirst(SOON);
        assertThat(positions().whileHeld(mine -> Mono.just(true)).blockFirst(SOON))
                .isTrue();
    }

    @Test
    void theHolderHearsOfWhatIsRecorded() {
        Mono<Void> recording =
                Mono.<Void>fromRunnable(() -> record(List.of("d1"))).subscribeOn(Schedulers.boundedElastic());
        positions()
                .whileHeld(
                        session -> Flux.<Object>merge(session.news(), recording).take(1))
                .blockLast(SOON);
    }
}
