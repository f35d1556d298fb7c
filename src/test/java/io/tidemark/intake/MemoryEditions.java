package io.tidemark.intake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/** Editions in memory. */
public final class MemoryEditions implements Editions {
    private final List<Edition> published = new CopyOnWriteArrayList<>();

    public void publish(Edition edition) {
        published.add(edition);
    }

    @Override
    public Mono<List<Edition>> after(long number) {
        return Mono.fromCallable(() ->
                published.stream().filter(edition -> edition.number() > number).toList());
    }
}
