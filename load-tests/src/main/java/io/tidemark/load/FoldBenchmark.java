package io.tidemark.load;

import io.tidemark.bank.ClientId;
import io.tidemark.detect.ClientState;
import io.tidemark.detect.Detector;
import io.tidemark.detect.Verdict;
import io.tidemark.load.Records.Keyed;
import io.tidemark.movement.Malformed;
import io.tidemark.movement.Movement;
import io.tidemark.movement.MovementDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * What it costs to read a movement that raises nothing, to judge it and to put its client's new state in the place of the
 * old one, against Jackson's data binding of the same records alone. The clients have thirty movements behind them and
 * get thirty more; then the story begins again from the same states.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class FoldBenchmark {
    private static final int CLIENTS = 300;
    private static final int MOVEMENTS_EACH = 30;

    private final MovementDecoder decoder = new MovementDecoder();
    private final Detector detector = Portfolio.detector();
    private final ObjectReader jackson = JsonMapper.builder().build().readerFor(BoundMovement.class);
    private final Map<ClientId, ClientState> begin = new HashMap<>();
    private final Map<ClientId, ClientState> states = new HashMap<>();
    private Keyed[] stream = {};
    private int next;

    @Setup
    public void live() throws Malformed {
        Portfolio portfolio = new Portfolio(CLIENTS);
        for (Keyed record : portfolio.next(CLIENTS * MOVEMENTS_EACH)) {
            fold(record);
        }
        begin.putAll(states);
        stream = portfolio.next(CLIENTS * MOVEMENTS_EACH);
    }

    @Benchmark
    public Verdict decodeAndFold() throws Malformed {
        return fold(record());
    }

    @Benchmark
    public Object jacksonDatabind() {
        return jackson.readValue(record().value());
    }

    private Verdict fold(Keyed record) throws Malformed {
        Movement movement = decoder.decode(record.key(), record.value());
        ClientState before = states.getOrDefault(movement.client(), ClientState.NEW);
        Verdict verdict = detector.judge(before, movement, next, 0);
        states.put(movement.client(), verdict.state());
        if (!verdict.judgements().isEmpty() && !begin.isEmpty()) {
            throw new IllegalStateException("a movement was to raise nothing, but " + verdict.judgements());
        }
        return verdict;
    }

    private Keyed record() {
        if (++next == stream.length) {
            next = 0;
            states.putAll(begin);
        }
        return stream[next];
    }
}
