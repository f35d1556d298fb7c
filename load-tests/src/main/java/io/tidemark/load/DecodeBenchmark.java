package io.tidemark.load;

import io.tidemark.movement.Malformed;
import io.tidemark.movement.Movement;
import io.tidemark.movement.MovementDecoder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * What it costs to read one record, on one thread: ours, which checks all that the contract asks for and ends in minor
 * units, against Jackson's data binding as it comes, which only binds.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class DecodeBenchmark {
    private static final int MIXED = 1000;

    @Param({"example", "mixed"})
    public String records = "example";

    private final MovementDecoder decoder = new MovementDecoder();
    private final ObjectReader jackson = JsonMapper.builder().build().readerFor(BoundMovement.class);
    private Records.Keyed[] stream = {};
    private int next;

    @Setup
    public void fill() {
        stream = records.equals("mixed") ? Records.mixed(MIXED) : new Records.Keyed[] {Records.example()};
    }

    @Benchmark
    public Movement decode() throws Malformed {
        Records.Keyed record = record();
        return decoder.decode(record.key(), record.value());
    }

    @Benchmark
    public Object jacksonDatabind() {
        return jackson.readValue(record().value());
    }

    private Records.Keyed record() {
        next = next + 1 < stream.length ? next + 1 : 0;
        return stream[next];
    }
}
