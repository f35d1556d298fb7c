package io.tidemark.feed;

/**
 * How a kind of subscriber reads the feed on the wire. One instance per kind, since events are encoded once for each
 * instance and the bytes shared by all its connections: nobody may change them.
 */
public interface Form {
    byte[] event(FeedEvent event);

    /** What was asked for is no longer kept, or never was: the events from {@code continuesFrom} on come next. */
    byte[] gap(long requested, long continuesFrom);

    byte[] bye(Farewell reason);

    /** Nothing has happened for a while. */
    byte[] heartbeat();

    /** Nothing has happened for a while that this subscriber sees, up to {@code position}: it may resume from there. */
    byte[] heartbeat(long position);
}
