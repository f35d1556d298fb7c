package io.tidemark.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;
import reactor.core.scheduler.Schedulers;

/**
 * A topic in memory and the only member of its group, for tests to append to, to take partitions from and to give them
 * back. All partitions are assigned at first.
 */
public final class MemoryMovementSource implements MovementSource {
    private final int batch;
    private final List<MemoryLog> logs;
    private final Map<Integer, MemoryAssignment> assigned = new TreeMap<>();
    private Sinks.Many<Assignment> assignments = Sinks.many().unicast().onBackpressureBuffer();

    /** @param batch the most records that come in one piece */
    public MemoryMovementSource(String topic, int partitions, int batch) {
        this.batch = batch;
        this.logs = IntStream.range(0, partitions)
                .mapToObj(number -> new MemoryLog(new Partition(topic, number)))
                .toList();
        IntStream.range(0, partitions).forEach(this::assign);
    }

    @Override
    public Flux<Assignment> assignments() {
        return Flux.defer(this::joined).doOnCancel(this::left).publishOn(Schedulers.parallel());
    }

    private synchronized Flux<Assignment> joined() {
        var partitions = new ArrayList<>(assigned.keySet());
        left();
        assignments = Sinks.many().unicast().onBackpressureBuffer();
        partitions.forEach(this::assign);
        return assignments.asFlux();
    }

    private synchronized void left() {
        assigned.values().forEach(MemoryAssignment::complete);
    }

    @Override
    public Mono<Void> leave() {
        return Mono.fromRunnable(this::left);
    }

    public synchronized void assign(int partition) {
        var taken = new MemoryAssignment(logs.get(partition), batch);
        assigned.put(partition, taken);
        assignments.emitNext(taken, EmitFailureHandler.FAIL_FAST);
    }

    public synchronized void revoke(int partition) {
        assigned.remove(partition).complete();
    }

    public synchronized boolean has(int partition) {
        return assigned.containsKey(partition);
    }

    /** The connection breaks: everything fails, and only a new subscription helps. */
    public synchronized void fail(Throwable failure) {
        assigned.values().forEach(taken -> taken.fail(failure));
        assignments.emitError(failure, EmitFailureHandler.FAIL_FAST);
    }

    /** Returns the record's offset. */
    public long append(int partition, byte[] key, byte[] value, RawRecord.Header... headers) {
        return logs.get(partition).append(key, value, List.of(headers));
    }

    /** Forgets the records before the offset, as the retention of a topic does. */
    public void expire(int partition, long before) {
        logs.get(partition).expire(before);
    }

    /** What was last acknowledged of the partition, by whichever assignment; -1 if nothing ever was. */
    public long acknowledged(int partition) {
        return logs.get(partition).acknowledged();
    }

    /** The offset after the last record that left the log for a reader. */
    public long fetched(int partition) {
        return logs.get(partition).fetched();
    }
}
