package io.tidemark.feed;

import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The newest events, contiguous, where every instance can read them quickly and be woken by them. It may be lost at any
 * time: all of it can be made again from the {@link History}.
 */
public interface HotTail {

    /** The newest position in it, 0 if it is empty. */
    Mono<Long> last();

    /**
     * Appends the events, whose first is {@code expected + 1}. Emits false, and has changed nothing, if the newest
     * position is not {@code expected}: somebody else has appended, or it was emptied.
     */
    Mono<Boolean> append(long expected, List<StoredEvent> events);

    /** As {@link #append}, but forgets what it had and begins with these events, whatever their positions. */
    Mono<Boolean> restart(long expected, List<StoredEvent> events);

    /** The first events after {@code position}, at most {@code limit}; if there are none, waits for some up to that long. */
    Mono<List<StoredEvent>> after(long position, int limit, Duration wait);
}
