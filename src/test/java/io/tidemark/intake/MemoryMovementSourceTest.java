package io.tidemark.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryMovementSourceTest extends MovementSourceContract {
    private final MemoryMovementSource topic = new MemoryMovementSource("movements", 2, BATCH);

    @Override
    protected MovementSource source() {
        return topic;
    }

    @Override
    protected void append(int partition, List<String> values) {
        values.forEach(value -> topic.append(partition, new byte[0], value.getBytes(UTF_8)));
    }

    @Override
    protected void expire(int partition, long before) {
        topic.expire(partition, before);
    }

    @Override
    protected AutoCloseable another() {
        topic.revoke(1);
        return () -> {
            if (!topic.has(1)) {
                topic.assign(1);
            }
        };
    }

    @Override
    protected long fetched(int partition) {
        return topic.fetched(partition);
    }

    @Test
    void aBrokenConnectionFailsEverything() {
        var member = new Takings(topic);
        var reader = Reader.of(member.taken(0), 0);
        topic.fail(new IllegalStateException("gone"));
        assertThat(member.awaitFailure()).hasMessage("gone");
        assertThat(reader.awaitFailure()).hasMessage("gone");
    }
}
