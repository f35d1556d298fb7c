package io.tidemark.intake;

import io.tidemark.alert.Alert;
import io.tidemark.alert.Detection;
import io.tidemark.alert.Origin;
import io.tidemark.bank.ClientId;
import io.tidemark.detect.ClientStateCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A journal in memory that keeps what it promises, states as bytes like a real one. */
public final class MemoryJournal implements Journal {
    private final Map<Partition, Taken> progress = new HashMap<>();
    private final Map<Partition, Map<ClientId, byte[]>> states = new HashMap<>();
    private final Map<Origin, Detection> detections = new LinkedHashMap<>();

    @Override
    public synchronized Mono<Taken> take(Partition partition, long newestEdition) {
        return Mono.fromCallable(() -> taken(partition, newestEdition));
    }

    private synchronized Taken taken(Partition partition, long newestEdition) {
        Taken before = progress.getOrDefault(partition, new Taken(new Epoch(partition, 0), 0, 0, Counts.NONE, 0));
        Taken now = new Taken(
                new Epoch(partition, before.epoch().number() + 1),
                before.nextOffset(),
                before.foundUpTo(),
                before.counts(),
                before.nextOffset() < before.foundUpTo()
                        ? before.edition()
                        : Math.max(before.edition(), newestEdition));
        progress.put(partition, now);
        return now;
    }

    @Override
    public Flux<Known> states(Partition partition) {
        return Flux.defer(() -> Flux.fromIterable(known(partition)));
    }

    private synchronized List<Known> known(Partition partition) {
        ClientStateCodec codec = new ClientStateCodec();
        List<Known> known = new ArrayList<>();
        states.getOrDefault(partition, Map.of())
                .forEach((client, state) -> known.add(new Known(client, codec.decode(state, 0))));
        return known;
    }

    @Override
    public Mono<Void> record(Epoch epoch, List<Detection> found, long foundUpTo) {
        return Mono.fromRunnable(() -> keep(epoch, found, foundUpTo));
    }

    private synchronized void keep(Epoch epoch, List<Detection> found, long foundUpTo) {
        Taken taken = requireHeld(epoch);
        progress.put(
                epoch.partition(),
                new Taken(
                        epoch,
                        taken.nextOffset(),
                        Math.max(taken.foundUpTo(), foundUpTo),
                        taken.counts(),
                        taken.edition()));
        found.forEach(detection -> detections.putIfAbsent(detection.origin(), detection));
    }

    @Override
    public Mono<Void> checkpoint(Epoch epoch, Checkpoint checkpoint) {
        return Mono.fromRunnable(() -> keep(epoch, checkpoint));
    }

    private synchronized void keep(Epoch epoch, Checkpoint checkpoint) {
        keep(epoch, checkpoint.detections(), checkpoint.nextOffset());
        ClientStateCodec codec = new ClientStateCodec();
        Map<ClientId, byte[]> ofPartition = states.computeIfAbsent(epoch.partition(), any -> new HashMap<>());
        checkpoint.changed().forEach((client, state) -> ofPartition.put(client, codec.encode(state)));
        progress.put(
                epoch.partition(),
                new Taken(
                        epoch,
                        checkpoint.nextOffset(),
                        checkpoint.nextOffset(),
                        checkpoint.counts(),
                        checkpoint.edition()));
    }

    private Taken requireHeld(Epoch epoch) {
        Taken taken = Objects.requireNonNull(progress.get(epoch.partition()));
        if (!taken.epoch().equals(epoch)) {
            throw new Fenced(epoch);
        }
        return taken;
    }

    /** All that is kept, in the order in which it was first kept. */
    public synchronized List<Detection> detections() {
        return List.copyOf(detections.values());
    }

    public synchronized List<Alert> alerts() {
        return detections.values().stream()
                .map(Detection::alert)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Where the partition's next taker would go on. */
    public synchronized long nextOffset(Partition partition) {
        Taken taken = progress.get(partition);
        return taken == null ? 0 : taken.nextOffset();
    }

    /** The number of the edition that the partition is judged by; 0 before it was taken. */
    public synchronized long edition(Partition partition) {
        Taken taken = progress.get(partition);
        return taken == null ? 0 : taken.edition();
    }
}
