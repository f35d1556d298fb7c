package io.tidemark.feed;

import io.tidemark.feed.FeedEvent.Kind;

/**
 * An event of the feed as it is kept: the alert still a document, which most of its way nobody needs to read.
 *
 * @param document the alert as it stood at this event, see {@link Documents}
 */
public record StoredEvent(long position, Kind kind, String document) {}
