package io.tidemark.intake;

import static org.awaitility.Awaitility.await;

import io.tidemark.intake.MovementSource.Assignment;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/** A member of the group, as a test sees it: what it was given, in order. */
public final class Takings implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final List<Assignment> taken = new CopyOnWriteArrayList<>();
    private final Disposable membership;
    private volatile @Nullable Throwable failure;

    public Takings(MovementSource source) {
        membership = source.assignments().subscribe(taken::add, thrown -> failure = thrown);
    }

    /** The newest of at least {@code times} assignments of the partition. */
    public Assignment taken(int partition, int times) {
        await().atMost(LIMIT).until(() -> of(partition).size() >= times);
        var all = of(partition);
        return all.get(all.size() - 1);
    }

    public Assignment taken(int partition) {
        return taken(partition, 1);
    }

    public List<Assignment> of(int partition) {
        return taken.stream()
                .filter(each -> each.partition().number() == partition)
                .toList();
    }

    public List<Assignment> all() {
        return List.copyOf(taken);
    }

    public Throwable awaitFailure() {
        await().atMost(LIMIT).until(() -> failure != null);
        return Objects.requireNonNull(failure);
    }

    @Override
    public void close() {
        membership.dispose();
    }
}
