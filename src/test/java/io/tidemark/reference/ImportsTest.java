package io.tidemark.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class ImportsTest {
    private static final int LINES_PER_CHUNK = 100;

    private final Instant now = Instant.parse("2026-11-23T02:00:00Z");
    private final List<Instant> published = new ArrayList<>();

    @Test
    void noMoreIsAskedForThanWasPutAway() {
        AtomicInteger chunks = new AtomicInteger();
        Flux<ByteBuffer> endless = Flux.generate(sink -> {
            chunks.incrementAndGet();
            sink.next(bytes("C-1\n".repeat(LINES_PER_CHUNK)));
        });

        StepVerifier.create(imports(batch -> Mono.never()).run(Kind.CLIENTS, null, endless))
                .then(() -> assertThat(chunks.get() * LINES_PER_CHUNK).isLessThan(4 * Batch.SIZE))
                .thenCancel()
                .verify();
    }

    @Test
    void ofSeveralLinesAboutTheSameTheLastCountsAndTheOthersChangeNothing() {
        List<List<Entry>> kept = new ArrayList<>();
        Imports imports = imports(batch -> {
            kept.add(batch);
            return Mono.just((long) batch.size());
        });

        StepVerifier.create(imports.run(Kind.CLIENTS, null, Flux.just(bytes("C-1\nC-2\n\nC-1"))))
                .expectNext(new Report(2, 1, List.of(), 0))
                .verifyComplete();
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0)).extracting(Entry::key).containsExactly("C-1", "C-2");
    }

    @Test
    void anEditionIsEffectiveFromNowUnlessAnotherTimeIsSaid() {
        Imports imports = imports(batch -> Mono.just(1L));

        imports.run(Kind.RATES, null, Flux.empty()).block();
        imports.run(Kind.RATES, Instant.EPOCH, Flux.empty()).block();

        assertThat(published).containsExactly(now, Instant.EPOCH);
    }

    @Test
    void aFileThatBreaksOffPublishesNothing() {
        IllegalStateException broken = new IllegalStateException("broken");

        StepVerifier.create(imports(batch -> Mono.just(1L)).run(Kind.RATES, null, Flux.error(broken)))
                .verifyErrorMatches(broken::equals);
        assertThat(published).isEmpty();
    }

    private Imports imports(Function<List<Entry>, Mono<Long>> keep) {
        LineReader idOnly = line -> new Fields(Map.of("id", line));
        return new Imports(new Keeping(keep), idOnly, Schedulers.immediate(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Nobody else is ever importing. */
    private final class Keeping implements ReferenceData, ReferenceData.Import {
        private final Function<List<Entry>, Mono<Long>> keep;

        private Keeping(Function<List<Entry>, Mono<Long>> keep) {
            this.keep = keep;
        }

        @Override
        public <T> Mono<T> alone(Kind kind, Function<Import, Mono<T>> work) {
            return work.apply(this);
        }

        @Override
        public Mono<Long> keep(List<Entry> entries) {
            return keep.apply(entries);
        }

        @Override
        public Mono<Void> publish(Instant effectiveFrom) {
            return Mono.fromRunnable(() -> published.add(effectiveFrom));
        }

        @Override
        public Mono<Long> entries(Kind kind) {
            return Mono.just(0L);
        }
    }
}
