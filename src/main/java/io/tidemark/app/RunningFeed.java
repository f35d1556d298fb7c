package io.tidemark.app;

import io.tidemark.feed.Attendance;
import io.tidemark.feed.Feed;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** The feed while the service runs: its ring is filled before the first caller comes, and it outlives the last. */
final class RunningFeed implements SmartLifecycle {
    private static final Duration LOAD = Duration.ofMinutes(1);

    private final Feed feed;
    private final Attendance attendance;
    private volatile Disposable running = Disposables.disposed();

    RunningFeed(Feed feed, Attendance attendance) {
        this.feed = feed;
        this.attendance = attendance;
    }

    @Override
    public void start() {
        feed.load().block(LOAD);
        running = Disposables.composite(feed.run(), attendance.run());
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }

    /** Before the web server, and so after it on the way down. */
    @Override
    public int getPhase() {
        return 0;
    }
}
