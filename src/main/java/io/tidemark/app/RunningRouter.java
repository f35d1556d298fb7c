package io.tidemark.app;

import io.tidemark.respond.Router;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** The router while the service runs. What it has begun when it is stopped is undone, and done by another one. */
final class RunningRouter implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RunningRouter.class);

    private final Router router;
    private volatile Disposable running = Disposables.disposed();

    RunningRouter(Router router) {
        this.router = router;
    }

    @Override
    public void start() {
        running = router.run()
                .subscribe(nothing -> {}, failure -> LOG.error("The router has ended; restart the service", failure));
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }
}
