package io.tidemark.intake.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.intake.ParkedRecords.Parked;
import io.tidemark.intake.Partition;
import io.tidemark.intake.RawRecord;
import io.tidemark.intake.RawRecord.Header;
import io.tidemark.movement.MalformedReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class KafkaParkedRecordsIT {
    static {
        BlockHound.install();
    }

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Partition SOURCE = new Partition("balance-movements", 3);

    private final TestTopic topic = new TestTopic(1);
    private final KafkaProperties kafka =
            topic.properties(new KafkaProperties.Reading(Duration.ofSeconds(10), 100, DataSize.ofMegabytes(1)));
    private final KafkaParkedRecords parked = new KafkaParkedRecords(kafka);

    @AfterEach
    void close() {
        parked.close();
        topic.close();
    }

    private void park(List<Parked> records) {
        Mono.defer(() -> parked.park(SOURCE, records))
                .subscribeOn(Schedulers.parallel())
                .block(LIMIT);
    }

    private List<RawRecord> kept(int count) {
        var where = new KafkaProperties(
                kafka.bootstrapServers(), topic.parked(), topic.parked(), topic.parked(), kafka.reading(), Map.of());
        var source = new KafkaMovementSource(where);
        var read = source.assignments()
                .flatMap(partition -> partition.from(0))
                .flatMap(Flux::fromIterable)
                .take(count)
                .collectList()
                .block(LIMIT);
        source.leave().block();
        return read;
    }

    private static Parked parked(long offset, byte @Nullable [] key, byte @Nullable [] value, Header... headers) {
        return new Parked(new RawRecord(offset, key, value, List.of(headers)), MalformedReason.NOT_JSON);
    }

    @Test
    void aRecordIsKeptWholeWithTheReasonAndWhereItCameFrom() {
        park(List.of(parked(42, text("C-1"), text("{"), new Header("trace", text("abc")), new Header("empty", null))));
        var kept = kept(1).get(0);
        assertThat(kept.key()).isEqualTo(text("C-1"));
        assertThat(kept.value()).isEqualTo(text("{"));
        assertThat(kept.headers().stream().map(KafkaParkedRecordsIT::shown))
                .containsExactly(
                        "trace=abc",
                        "empty=null",
                        "reason=NOT_JSON",
                        "source-topic=balance-movements",
                        "source-partition=3",
                        "source-offset=42");
    }

    @Test
    void aRecordWithoutKeyAndValueIsKeptAsSuch() {
        park(List.of(parked(0, null, null)));
        var kept = kept(1).get(0);
        assertThat(kept.key()).isNull();
        assertThat(kept.value()).isNull();
    }

    @Test
    void manyKeepTheirOrder() {
        park(IntStream.range(0, 5_000)
                .mapToObj(i -> parked(i, text("C"), text("" + i)))
                .toList());
        assertThat(kept(5_000).stream().map(record -> Integer.parseInt(new String(record.value(), UTF_8))))
                .isEqualTo(IntStream.range(0, 5_000).boxed().toList());
    }

    @Test
    void noneIsKeptSafeAtOnce() {
        park(List.of());
    }

    @Test
    void whatKafkaDoesNotTakeFails() {
        var large = new byte[3 << 20];
        new Random(1).nextBytes(large);
        assertThatThrownBy(() -> park(List.of(parked(0, text("C"), large))))
                .isInstanceOf(RecordTooLargeException.class);
        park(List.of(parked(1, text("C"), text("the next one"))));
        assertThat(kept(1).get(0).value()).isEqualTo(text("the next one"));
    }

    @Test
    void theseTestsWouldNoticeAThreadThatBlocks() {
        var blocking = Mono.fromCallable(() -> new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS));
        assertThatThrownBy(() -> blocking.subscribeOn(Schedulers.parallel()).block(LIMIT))
                .hasRootCauseInstanceOf(BlockingOperationError.class);
    }

    private static byte[] text(String value) {
        return value.getBytes(UTF_8);
    }

    private static String shown(Header header) {
        return header.name() + "=" + (header.value() == null ? "null" : new String(header.value(), UTF_8));
    }
}
