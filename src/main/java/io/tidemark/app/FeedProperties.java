package io.tidemark.app;

import io.tidemark.feed.FeedLimits;
import io.tidemark.feed.FeedLimits.RingSize;
import io.tidemark.feed.Patience;
import io.tidemark.startup.StartupProblem;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much the feed holds and how long it waits, see {@link FeedLimits}.
 *
 * @param farewellSpread within how long everybody is sent away when the service stops
 */
@ConfigurationProperties("tidemark.feed")
record FeedProperties(
        @DefaultValue Ring ring,
        @DefaultValue Waiting waiting,
        @DefaultValue("10000") int streamEvents,
        @DefaultValue("256") int pageEvents,
        @DefaultValue("32KB") DataSize batch,
        @DefaultValue("2s") Duration farewellSpread) {

    FeedProperties {
        positive(streamEvents, "stream-events");
        positive(pageEvents, "page-events");
        positive(batch.toBytes(), "batch");
    }

    record Ring(
            @DefaultValue("8192") int events,
            @DefaultValue("16MB") DataSize size) {
        Ring {
            positive(events, "ring.events");
            positive(size.toBytes(), "ring.size");
        }
    }

    record Waiting(
            @DefaultValue("15s") Duration heartbeat,
            @DefaultValue("60s") Duration stall,
            @DefaultValue("5s") Duration farewell) {
        Waiting {
            positive(heartbeat.toMillis(), "waiting.heartbeat");
            positive(stall.toMillis(), "waiting.stall");
            positive(farewell.toMillis(), "waiting.farewell");
        }
    }

    FeedLimits limits() {
        return new FeedLimits(
                new RingSize(ring.events(), ring.size().toBytes()),
                streamEvents,
                pageEvents,
                Math.toIntExact(batch.toBytes()),
                new Patience(waiting.heartbeat(), waiting.stall(), waiting.farewell()));
    }

    private static void positive(long value, String property) {
        if (value < 1) {
            throw new StartupProblem(
                    "tidemark.feed." + property + " is not positive.",
                    "Set it to more, or leave it out for the default.");
        }
    }
}
