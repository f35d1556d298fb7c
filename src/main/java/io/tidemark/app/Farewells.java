package io.tidemark.app;

import io.tidemark.feed.Audience;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Ends all streams before the web server's graceful shutdown waits for them, which they never would by themselves. */
final class Farewells implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Farewells.class);

    private final Audience audience;
    private final Duration spread;
    private volatile boolean running;

    Farewells(Audience audience, Duration spread) {
        this.audience = audience;
        this.spread = spread;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop(Runnable callback) {
        running = false;
        LOG.info("Saying goodbye to {} connections", audience.size());
        audience.close(spread).subscribe(nothing -> {}, failure -> callback.run(), callback);
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
    }
}
