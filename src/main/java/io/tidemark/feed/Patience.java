package io.tidemark.feed;

import java.time.Duration;

/**
 * How long the feed waits with a connection.
 *
 * @param heartbeat the longest silence
 * @param stall how long it may take nothing of what it was given
 * @param farewell how long it is given to take its {@code bye}
 */
public record Patience(Duration heartbeat, Duration stall, Duration farewell) {}
