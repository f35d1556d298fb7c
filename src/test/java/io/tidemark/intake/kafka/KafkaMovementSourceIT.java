package io.tidemark.intake.kafka;

import io.tidemark.intake.MovementSource;
import io.tidemark.intake.MovementSourceContract;
import io.tidemark.intake.Takings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import reactor.blockhound.BlockHound;

class KafkaMovementSourceIT extends MovementSourceContract {
    static {
        BlockHound.install();
    }

    private final TestTopic topic = new TestTopic(2);
    private final KafkaMovementSource source = new KafkaMovementSource(topic.properties(BATCH));

    @AfterEach
    void close() {
        source.leave().block();
        topic.close();
    }

    @Override
    protected MovementSource source() {
        return source;
    }

    @Override
    protected void append(int partition, List<String> values) {
        topic.append(partition, values);
    }

    @Override
    protected void expire(int partition, long before) {
        topic.expire(partition, before);
    }

    @Override
    protected AutoCloseable another() {
        return new Takings(new KafkaMovementSource(topic.properties(BATCH)));
    }

    @Override
    protected long fetched(int partition) {
        return topic.fetched(partition);
    }
}
