package io.tidemark.app;

import io.tidemark.intake.Intake;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Sinks;

/** The intake while the service runs: begins with it, and ends before it with a last checkpoint. */
final class RunningIntake implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RunningIntake.class);
    private static final Duration LAST_CHECKPOINT = Duration.ofSeconds(10);

    private final Intake intake;
    private final AtomicReference<@Nullable Run> current = new AtomicReference<>();

    RunningIntake(Intake intake) {
        this.intake = intake;
    }

    @Override
    public void start() {
        Sinks.Empty<Void> stop = Sinks.empty();
        Sinks.Empty<Void> ended = Sinks.empty();
        Disposable running = intake.run(stop.asMono())
                .doFinally(signal -> ended.tryEmitEmpty())
                .subscribe(nothing -> {}, failure -> LOG.error("The intake has ended; restart the service", failure));
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
                .timeout(LAST_CHECKPOINT)
                .doOnError(late -> LOG.warn("Stopping without a last checkpoint: it took too long"))
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
