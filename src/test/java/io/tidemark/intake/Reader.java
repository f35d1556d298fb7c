package io.tidemark.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.SignalType;

/** Reads a partition as a test tells it to, and remembers. */
public final class Reader extends BaseSubscriber<List<RawRecord>> {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final List<RawRecord> records = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final long firstDemand;
    private volatile boolean ended;

    private Reader(long firstDemand) {
        this.firstDemand = firstDemand;
    }

    public static Reader of(MovementSource.Assignment assignment, long offset) {
        return withDemand(assignment, offset, Long.MAX_VALUE);
    }

    public static Reader withDemand(MovementSource.Assignment assignment, long offset, long batches) {
        var reader = new Reader(batches);
        assignment.from(offset).subscribe(reader);
        return reader;
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        if (firstDemand > 0) {
            subscription.request(firstDemand);
        }
    }

    @Override
    protected void hookOnNext(List<RawRecord> batch) {
        records.addAll(batch);
    }

    @Override
    protected void hookOnError(Throwable thrown) {
        failure.set(thrown);
    }

    @Override
    protected void hookFinally(SignalType type) {
        ended = true;
    }

    public Reader awaitRecords(int count) {
        await().atMost(LIMIT)
                .failFast("ended early", () -> ended && records.size() < count)
                .until(() -> records.size() >= count);
        return this;
    }

    public void awaitCompletion() {
        await().atMost(LIMIT).until(() -> ended);
        if (failure.get() != null) {
            throw new AssertionError("failed instead of completing", failure.get());
        }
    }

    public Throwable awaitFailure() {
        await().atMost(LIMIT).until(() -> ended);
        var thrown = failure.get();
        if (thrown == null) {
            throw new AssertionError("ended without a failure");
        }
        return thrown;
    }

    public boolean hasEnded() {
        return ended;
    }

    public List<Long> offsets() {
        return records.stream().map(RawRecord::offset).toList();
    }

    public List<String> values() {
        return records.stream().map(record -> new String(record.value(), UTF_8)).toList();
    }

    public List<RawRecord> records() {
        return List.copyOf(records);
    }
}
