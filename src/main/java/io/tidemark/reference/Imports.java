package io.tidemark.reference;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Takes files of reference data as they come, in constant memory: it asks for no more bytes than it has put away. A line
 * that is wrong stops no other; if the file ends in the middle, what was kept until then stays.
 */
public final class Imports {
    private static final int CHUNKS = 4;

    private final ReferenceData data;
    private final LineReader reader;
    private final Scheduler reading;
    private final Clock clock;

    /** @param reading where lines are read, so that a large file doesn't keep an event loop busy */
    public Imports(ReferenceData data, LineReader reader, Scheduler reading, Clock clock) {
        this.data = data;
        this.reader = reader;
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * Fails with {@link ReferenceData.Busy} if a file of this kind is on its way in already, and as the bytes do.
     *
     * @param effectiveFrom of the edition, if the kind has any; now if absent
     */
    public Mono<Report> run(Kind kind, @Nullable Instant effectiveFrom, Flux<ByteBuffer> bytes) {
        return data.alone(kind, into -> {
            Rejections rejections = new Rejections();
            return lines(bytes)
                    .<Entry>mapNotNull(line -> entry(kind, line, rejections))
                    .buffer(Batch.SIZE)
                    .map(Batch::new)
                    .<Batch.Count>concatMap(batch -> batch.keep(into), 1)
                    .reduce(Batch.Count.NONE, Batch.Count::plus)
                    .flatMap(count -> published(into, effectiveFrom).thenReturn(count))
                    .map(count -> report(count, rejections));
        });
    }

    private Flux<Line> lines(Flux<ByteBuffer> bytes) {
        return Flux.defer(() -> {
            LineSplitter splitter = new LineSplitter();
            return bytes.publishOn(reading, CHUNKS)
                    .concatMapIterable(splitter::take, 1)
                    .concatWith(Flux.defer(() -> Flux.fromIterable(splitter.rest())));
        });
    }

    private @Nullable Entry entry(Kind kind, Line line, Rejections rejections) {
        if (line instanceof Line.Text text) {
            try {
                return text.text().isBlank() ? null : kind.entry(reader.read(text.text()));
            } catch (Rejection rejection) {
                rejections.add(line.number(), rejection.sentence());
            }
        } else if (line instanceof Line.Unreadable unreadable) {
            rejections.add(line.number(), unreadable.reason());
        }
        return null;
    }

    private Mono<Void> published(ReferenceData.Import into, @Nullable Instant effectiveFrom) {
        return Mono.defer(() -> into.publish(effectiveFrom == null ? clock.instant() : effectiveFrom));
    }

    private static Report report(Batch.Count count, Rejections rejections) {
        return new Report(count.accepted(), count.unchanged(), rejections.listed(), rejections.more());
    }
}
