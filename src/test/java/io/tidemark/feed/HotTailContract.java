package io.tidemark.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.feed.FeedEvent.Kind;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link HotTail} keeps to. */
public abstract class HotTailContract {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(1);

    protected abstract HotTail tail();

    /** Loses everything. */
    protected abstract void empty();

    protected static List<StoredEvent> events(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(position -> new StoredEvent(position, Kind.UPDATE, "{\"name\":\"王\",\"n\":" + position + "}"))
                .toList();
    }

    private boolean append(long expected, List<StoredEvent> events) {
        return Boolean.TRUE.equals(tail().append(expected, events).block(SOON));
    }

    private List<StoredEvent> after(long position, int limit) {
        return tail().after(position, limit, SHORT).block(SOON);
    }

    @Test
    void startsEmpty() {
        assertThat(tail().last().block(SOON)).isZero();
        assertThat(after(0, 10)).isEmpty();
    }

    @Test
    void givesBackWhatWasAppended() {
        assertThat(append(0, events(1, 3))).isTrue();
        assertThat(append(3, events(4, 5))).isTrue();
        assertThat(tail().last().block(SOON)).isEqualTo(5);
        assertThat(after(0, 10)).isEqualTo(events(1, 5));
        assertThat(after(2, 2)).isEqualTo(events(3, 4));
        assertThat(after(5, 10)).isEmpty();
    }

    @Test
    void anAppendThatIsRepeatedChangesNothing() {
        append(0, events(1, 3));
        assertThat(append(0, events(1, 3))).isFalse();
        assertThat(after(0, 10)).isEqualTo(events(1, 3));
    }

    @Test
    void anAppendThatComesTooLateChangesNothing() {
        append(0, events(1, 3));
        append(3, events(4, 6));
        assertThat(append(3, events(4, 4))).isFalse();
        assertThat(after(0, 10)).isEqualTo(events(1, 6));
    }

    @Test
    void anAppendToAnEmptiedOneIsRefused() {
        append(0, events(1, 3));
        empty();
        assertThat(append(3, events(4, 4))).isFalse();
        assertThat(tail().last().block(SOON)).isZero();
    }

    @Test
    void restartsAnywhere() {
        append(0, events(1, 3));
        assertThat(tail().restart(3, events(2, 2)).block(SOON)).isTrue();
        assertThat(after(0, 10)).isEqualTo(events(2, 2));
        assertThat(tail().restart(3, events(9, 9)).block(SOON)).isFalse();
        assertThat(tail().restart(2, List.of()).block(SOON)).isTrue();
        assertThat(tail().last().block(SOON)).isZero();
    }
}
