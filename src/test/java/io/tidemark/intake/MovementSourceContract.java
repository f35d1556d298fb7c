package io.tidemark.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What any source of movements keeps, on a topic of two partitions that is the test's own. */
public abstract class MovementSourceContract {
    /** The most records in one batch. */
    protected static final int BATCH = 10;

    private static final int MANY = 500;

    private final List<AutoCloseable> opened = new ArrayList<>();

    /** Has both partitions while it is the group's only member. */
    protected abstract MovementSource source();

    protected abstract void append(int partition, List<String> values);

    /** Deletes the records before the offset. */
    protected abstract void expire(int partition, long before);

    /** Another member joins the group and is given one of the two partitions until it is closed. */
    protected abstract AutoCloseable another();

    /** The offset after the last record of the partition that came over from the log. */
    protected abstract long fetched(int partition);

    @AfterEach
    void closeWhatIsOpen() throws Exception {
        for (var each : opened) {
            each.close();
        }
    }

    private Takings join() {
        var member = new Takings(source());
        opened.add(member);
        return member;
    }

    private AutoCloseable anotherJoins() {
        var member = another();
        opened.add(member);
        return member;
    }

    private void append(int partition, int from, int to) {
        append(partition, IntStream.range(from, to).mapToObj(Integer::toString).toList());
    }

    private static List<Long> offsets(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    @Test
    void readsFromTheOffsetOnInOrderAndGoesOnWithWhatComesLater() {
        append(0, 0, MANY);
        var reader = Reader.of(join().taken(0), 123).awaitRecords(MANY - 123);
        append(0, MANY, 2 * MANY);
        reader.awaitRecords(2 * MANY - 123);
        assertThat(reader.offsets()).isEqualTo(offsets(123, 2 * MANY));
        assertThat(reader.values().get(0)).isEqualTo("123");
    }

    @Test
    void zeroIsTheBeginningOfWhatTheLogStillHas() {
        append(0, 0, MANY);
        expire(0, 200);
        var reader = Reader.of(join().taken(0), 0).awaitRecords(MANY - 200);
        assertThat(reader.offsets()).isEqualTo(offsets(200, MANY));
    }

    @Test
    void theEndOfTheLogIsAPlaceToStart() {
        append(0, 0, MANY);
        var reader = Reader.of(join().taken(0), MANY);
        append(0, MANY, MANY + 1);
        assertThat(reader.awaitRecords(1).offsets()).containsExactly((long) MANY);
    }

    @Test
    void anOffsetThatTheLogNoLongerReachesFailsThatPartitionAlone() {
        append(0, 0, MANY);
        append(1, 0, MANY);
        expire(0, 200);
        var member = join();
        var other = Reader.of(member.taken(1), 0);
        assertThat(Reader.of(member.taken(0), 199).awaitFailure()).hasMessageContaining("199");
        append(1, MANY, 2 * MANY);
        other.awaitRecords(2 * MANY);
    }

    @Test
    void anOffsetThatTheLogHasNotReachedFails() {
        append(0, 0, MANY);
        assertThat(Reader.of(join().taken(0), MANY + 1).awaitFailure()).hasMessageContaining("" + (MANY + 1));
    }

    @Test
    void aReaderOvertakenByTheRetentionFailsInsteadOfJumping() {
        append(0, 0, BATCH);
        var reader = Reader.withDemand(join().taken(0), 0, 1).awaitRecords(1);
        append(0, BATCH, 100 * MANY);
        expire(0, 100 * MANY);
        append(0, 100 * MANY, 100 * MANY + 1);
        reader.requestUnbounded();
        reader.awaitFailure();
        assertThat(reader.offsets()).isEqualTo(offsets(0, reader.offsets().size()));
    }

    @Test
    void aNegativeOffsetIsRefused() {
        var partition = join().taken(0);
        assertThatThrownBy(() -> partition.from(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPartitionHasOneReader() {
        append(0, 0, 1);
        var partition = join().taken(0);
        var first = Reader.of(partition, 0).awaitRecords(1);
        assertThat(Reader.of(partition, 0).awaitFailure()).isInstanceOf(IllegalStateException.class);
        append(0, 1, 2);
        first.awaitRecords(2);
    }

    @Test
    void aReaderThatHasGoneIsFollowedByAnotherFromElsewhere() {
        append(0, 0, MANY);
        var partition = join().taken(0);
        Reader.of(partition, 0).awaitRecords(MANY).cancel();
        var second = Reader.of(partition, MANY - 1).awaitRecords(1);
        assertThat(second.offsets()).containsExactly((long) MANY - 1);
    }

    @Test
    void aPartitionIsHeldUntilItIsRevoked() {
        var member = join();
        var taken = List.of(member.taken(0), member.taken(1));
        assertThat(taken).allMatch(MovementSource.Assignment::isHeld);
        var readers = taken.stream().map(each -> Reader.of(each, 0)).toList();
        anotherJoins();
        var gone = whichEnds(readers);
        assertThat(taken.get(gone).isHeld()).isFalse();
        assertThat(taken.get(1 - gone).isHeld()).isTrue();
    }

    @Test
    void nothingIsFetchedBeforeAReaderComes() {
        append(0, 0, MANY);
        append(1, 0, MANY);
        var member = join();
        member.taken(0);
        Reader.of(member.taken(1), 0).awaitRecords(MANY);
        assertThat(fetched(0)).isZero();
    }

    @Test
    void aSlowReaderStallsNoOtherAndIsABatchOrTwoAheadAtMost() {
        append(0, 0, MANY);
        append(1, 0, MANY);
        var member = join();
        var slow = Reader.withDemand(member.taken(0), 0, 1).awaitRecords(1);
        var quick = Reader.of(member.taken(1), 0).awaitRecords(MANY);
        append(1, MANY, 2 * MANY);
        quick.awaitRecords(2 * MANY);
        assertThat(fetched(0)).isLessThanOrEqualTo(slow.offsets().size() + 2 * BATCH);

        slow.requestUnbounded();
        assertThat(slow.awaitRecords(MANY).offsets()).isEqualTo(offsets(0, MANY));
    }

    @Test
    void aReaderThatGoesAwayStallsNoOther() {
        append(0, 0, MANY);
        append(1, 0, MANY);
        var member = join();
        Reader.withDemand(member.taken(0), 0, 1).awaitRecords(1).cancel();
        Reader.of(member.taken(1), 0).awaitRecords(MANY);
    }

    @Test
    void aPartitionThatIsRevokedCompletesAndTheOtherGoesOnUndisturbed() {
        append(0, 0, MANY);
        append(1, 0, MANY);
        var member = join();
        var readers = List.of(Reader.of(member.taken(0), 0), Reader.of(member.taken(1), 0));
        readers.forEach(reader -> reader.awaitRecords(MANY));
        anotherJoins();
        var gone = whichEnds(readers);
        readers.get(gone).awaitCompletion();
        append(0, MANY, 2 * MANY);
        append(1, MANY, 2 * MANY);

        var kept = 1 - gone;
        assertThat(readers.get(kept).awaitRecords(2 * MANY).offsets()).isEqualTo(offsets(0, 2 * MANY));
        assertThat(member.of(kept)).hasSize(1);
        assertThat(readers.get(gone).offsets()).isEqualTo(offsets(0, MANY));
    }

    @Test
    void whatWaitsWhenAPartitionIsRevokedIsDropped() {
        append(0, 0, MANY);
        append(1, 0, MANY);
        var member = join();
        var readers = List.of(Reader.withDemand(member.taken(0), 0, 1), Reader.withDemand(member.taken(1), 0, 1));
        readers.forEach(reader -> reader.awaitRecords(1));
        anotherJoins();
        var gone = readers.get(whichEnds(readers));
        var seen = gone.offsets();
        gone.requestUnbounded();
        gone.awaitCompletion();
        assertThat(gone.offsets()).isEqualTo(seen);
    }

    @Test
    void aPartitionThatComesBackStartsWhereItIsToldWithNothingOfBefore() throws Exception {
        append(0, 0, MANY);
        append(1, 0, MANY);
        var member = join();
        var readers = List.of(Reader.withDemand(member.taken(0), 0, 1), Reader.withDemand(member.taken(1), 0, 1));
        readers.forEach(reader -> reader.awaitRecords(1));
        var another = anotherJoins();
        var gone = whichEnds(readers);
        another.close();

        var back = Reader.of(member.taken(gone, 2), 7).awaitRecords(MANY - 7);
        assertThat(back.offsets()).isEqualTo(offsets(7, MANY));
    }

    @Test
    void aReaderThatComesAfterTheRevocationIsToldAtOnce() {
        var member = join();
        var first = member.taken(0);
        member.taken(1);
        anotherJoins();
        member.close();
        Reader.of(first, 0).awaitCompletion();
    }

    @Test
    void cancellingLeavesTheGroupAndSubscribingAnewStartsAfresh() {
        append(0, 0, MANY);
        var source = source();
        var first = new Takings(source);
        var reader = Reader.of(first.taken(0), 0).awaitRecords(MANY);
        first.close();
        reader.awaitCompletion();

        var second = new Takings(source);
        opened.add(second);
        assertThat(Reader.of(second.taken(0), MANY - 1).awaitRecords(1).offsets())
                .containsExactly(MANY - 1L);
    }

    private static int whichEnds(List<Reader> readers) {
        await().atMost(Duration.ofSeconds(60)).until(() -> readers.stream().anyMatch(Reader::hasEnded));
        return readers.get(0).hasEnded() ? 0 : 1;
    }
}
