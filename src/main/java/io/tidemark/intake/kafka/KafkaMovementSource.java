package io.tidemark.intake.kafka;

import io.tidemark.intake.MovementSource;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.kafka.receiver.KafkaReceiver;
import reactor.kafka.receiver.ReceiverOptions;
import reactor.kafka.receiver.internals.ConsumerFactory;

/** The movements' topic through reactor-kafka, which owns the polling thread and the life in the group. */
final class KafkaMovementSource implements MovementSource {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final KafkaProperties kafka;
    private final Sinks.Empty<Void> closing = Sinks.empty();
    private final Set<PacedConsumer> open = ConcurrentHashMap.newKeySet();

    KafkaMovementSource(KafkaProperties kafka) {
        this.kafka = kafka;
    }

    @Override
    public Flux<Assignment> assignments() {
        return Flux.defer(() -> assignmentsOf(consumer()))
                .subscribeOn(Schedulers.boundedElastic()) // making a consumer resolves names
                .takeUntilOther(closing.asMono());
    }

    private PacedConsumer consumer() {
        var ahead = kafka.reading().ahead().toBytes();
        var consumer = new PacedConsumer(ClientSettings.consumer(kafka), ahead);
        open.add(consumer);
        consumer.whenClosed().doFinally(end -> open.remove(consumer)).subscribe();
        return consumer;
    }

    private Flux<Assignment> assignmentsOf(PacedConsumer consumer) {
        var receiver = KafkaReceiver.create(new TheOne(consumer), options(consumer));
        return consumer.assignments().takeUntilOther(receiver.receiveBatch().then());
    }

    /** Nothing of reactor-kafka's own about offsets and delays: see {@link GroupOffsets}. */
    private ReceiverOptions<byte[], byte[]> options(PacedConsumer consumer) {
        return ReceiverOptions.<byte[], byte[]>create(ClientSettings.consumer(kafka))
                .subscription(List.of(kafka.topic()))
                .addAssignListener(consumer::assigned)
                .addRevokeListener(consumer::revoked)
                .maxDelayRebalance(Duration.ZERO)
                .commitInterval(Duration.ZERO)
                .commitBatchSize(0)
                .closeTimeout(CLOSE_LIMIT);
    }

    @Override
    public Mono<Void> leave() {
        return Mono.defer(() -> {
            closing.tryEmitEmpty();
            return Flux.fromIterable(open).flatMap(PacedConsumer::whenClosed).then();
        });
    }

    /** Gives the receiver the consumer made for it. */
    private static final class TheOne extends ConsumerFactory {
        private final PacedConsumer consumer;

        TheOne(PacedConsumer consumer) {
            this.consumer = consumer;
        }

        @Override
        @SuppressWarnings("unchecked") // there is only the receiver of bytes above
        public <K, V> Consumer<K, V> createConsumer(ReceiverOptions<K, V> options) {
            return (Consumer<K, V>) consumer;
        }
    }
}
