package io.tidemark.feed;

import java.util.List;
import reactor.core.publisher.Mono;

/** All events that have a position and are still kept: the truth that everything else of the feed can be rebuilt from. */
public interface History {

    /** The oldest and the newest position as of now: every position that anybody has seen is covered. */
    Mono<Kept> kept();

    /**
     * The first events after {@code position}, in order and contiguous among themselves, at most {@code limit}; empty if
     * there are none. They start later than {@code position + 1} only if what was between is no longer kept.
     */
    Mono<List<StoredEvent>> after(long position, int limit);

    /** What is kept; of an empty feed {@code oldest} is {@code newest + 1}. */
    record Kept(long oldest, long newest) {}
}
