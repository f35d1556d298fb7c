package io.tidemark.feed;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber wants.
 *
 * @param since the position to continue right after; absent for from now on
 * @param visible asked for each event at the moment of sending it, replayed ones included
 */
public record Interest(@Nullable Long since, Predicate<FeedEvent> visible, Form form) {}
