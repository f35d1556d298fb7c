package io.tidemark.app;

import io.tidemark.deliver.Dispatcher;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Sinks;

/** The dispatcher while the service runs: begins with it, and ends before it with what is under way. */
final class RunningDispatcher implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RunningDispatcher.class);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(12);

    private final Dispatcher dispatcher;
    private final AtomicReference<@Nullable Run> current = new AtomicReference<>();

    RunningDispatcher(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public void start() {
        Sinks.Empty<Void> stop = Sinks.empty();
        Sinks.Empty<Void> ended = Sinks.empty();
        Disposable running = dispatcher
                .run(stop.asMono())
                .doFinally(signal -> ended.tryEmitEmpty())
                .subscribe(nothing -> {}, failure -> LOG.error("Deliveries have ended; restart the service", failure));
        current.set(new Run(stop, ended, running));
    }

    @Override
    public void stop(Runnable callback) {
        @Nullable Run run = current.getAndSet(null);
        if (run == null) {
            callback.run();
            return;
        }
        run.stop().tryEmitEmpty();
        run.ended()
                .asMono()
                .timeout(LAST_ANSWERS)
                .doOnError(late -> LOG.warn("Stopping without the last answers of gateways: they took too long"))
                .onErrorComplete()
                .doFinally(signal -> {
                    run.running().dispose();
                    callback.run();
                })
                .subscribe();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return current.get() != null;
    }

    private record Run(Sinks.Empty<Void> stop, Sinks.Empty<Void> ended, Disposable running) {}
}
