package io.tidemark.deliver;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** Where those wait who found nothing to do. Each ring wakes one of them, or nobody. */
final class Bell {
    private final Queue<MonoSink<Void>> waiting = new ConcurrentLinkedQueue<>();

    Mono<Void> awaited() {
        return Mono.create(sink -> {
            sink.onDispose(() -> waiting.remove(sink));
            waiting.add(sink);
        });
    }

    void ring() {
        MonoSink<Void> one = waiting.poll();
        if (one != null) {
            one.success();
        }
    }
}
