package io.tidemark.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.intake.MovementSource.Assignment;
import io.tidemark.intake.Reader;
import io.tidemark.intake.Takings;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockHound;

/** Two instances of the service in one group. */
class KafkaGroupIT {
    static {
        BlockHound.install();
    }

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MANY = 3_000;

    private final TestTopic topic = new TestTopic(2);
    private final KafkaMovementSource first = new KafkaMovementSource(topic.properties(100));
    private final KafkaMovementSource second = new KafkaMovementSource(topic.properties(100));

    @AfterEach
    void close() {
        first.leave().block();
        second.leave().block();
        topic.close();
    }

    private void append(int from, int to) {
        var values = IntStream.range(from, to).mapToObj(Integer::toString).toList();
        topic.append(0, values);
        topic.append(1, values);
    }

    private static List<Long> offsets(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    @Test
    void aSecondInstanceTakesOnePartitionAndBothTogetherReadEachRecordOnce() {
        append(0, MANY);
        var one = new Takings(first);
        var before = List.of(Reader.of(one.taken(0), 0), Reader.of(one.taken(1), 0));
        before.forEach(reader -> reader.awaitRecords(1));

        var two = new Takings(second);
        await().atMost(LIMIT).until(() -> two.all().size() == 1);
        var moved = two.all().get(0);
        var left = before.get(moved.partition().number());
        left.awaitCompletion();
        var after = Reader.of(moved, left.offsets().size());
        append(MANY, 2 * MANY);

        var stayed = before.get(1 - moved.partition().number());
        assertThat(stayed.awaitRecords(2 * MANY).offsets()).isEqualTo(offsets(0, 2 * MANY));
        after.awaitRecords(2 * MANY - left.offsets().size());
        assertThat(Collections.disjoint(left.offsets(), after.offsets())).isTrue();
        assertThat(one.all()).hasSize(2);
    }

    @Test
    void anInstanceThatIsClosedHandsItsPartitionsOverAtOnce() {
        append(0, MANY);
        var one = new Takings(first);
        var readers = List.of(Reader.of(one.taken(0), 0), Reader.of(one.taken(1), 0));
        readers.forEach(reader -> reader.awaitRecords(MANY));
        var two = new Takings(second);
        await().atMost(LIMIT).until(() -> two.all().size() == 1);

        first.leave().block();
        readers.forEach(Reader::awaitCompletion);
        await().atMost(LIMIT).until(() -> two.all().size() == 2);
    }

    @Test
    void anInstanceThatIsThrownOutLosesItsPartitionsAndTakesThemAnew() {
        append(0, MANY);
        var one = new Takings(first);
        var partition = one.taken(0);
        var reader = Reader.of(partition, 0).awaitRecords(MANY);
        topic.throwMembersOut();
        partition.acknowledge(MANY); // in vain, and harmless
        reader.awaitCompletion();

        Reader.of(one.taken(0, 2), MANY - 1).awaitRecords(1);
    }

    @Test
    void aConnectionBeyondRepairFailsEverythingAndANewSubscriptionHeals() {
        append(0, MANY);
        var source = new KafkaMovementSource(topic.named("same"));
        var usurper = new KafkaMovementSource(topic.named("same"));
        var one = new Takings(source);
        var reader = Reader.of(one.taken(0), 0).awaitRecords(MANY);
        var two = new Takings(usurper);
        assertThat(reader.awaitFailure()).isInstanceOf(FencedInstanceIdException.class);
        assertThat(one.awaitFailure()).isInstanceOf(FencedInstanceIdException.class);
        two.close();

        Reader.of(new Takings(source).taken(0), 0).awaitRecords(MANY);
        usurper.leave().block();
        source.leave().block();
    }

    @Test
    void whoeverLeavesWhileStillJoiningLeaves() {
        for (var times = 0; times < 10; times++) {
            new Takings(first).close();
        }
        first.leave().block(); // fails if one of them stays
        new Takings(second).taken(0);
    }

    @Test
    void whatIsAcknowledgedIsShownAsTheGroupsOffsets() {
        append(0, MANY);
        var one = new Takings(first);
        var partition = one.taken(0);
        Reader.of(partition, 0).awaitRecords(MANY);
        partition.acknowledge(1_234);
        await().atMost(LIMIT).until(() -> shown(partition) == 1_234);
        partition.acknowledge(MANY);
        first.leave().block();
        assertThat(shown(partition)).isEqualTo(MANY);
    }

    @Test
    void anOffsetThatIsReadFromIsShownAsWell() {
        append(0, MANY);
        var partition = new Takings(first).taken(1);
        Reader.of(partition, 77).awaitRecords(1);
        await().atMost(LIMIT).until(() -> shown(partition) == 77);
    }

    private long shown(Assignment assignment) {
        var partition = new TopicPartition(
                assignment.partition().topic(), assignment.partition().number());
        return topic.groupOffsets()
                .getOrDefault(partition, new OffsetAndMetadata(0))
                .offset();
    }
}
