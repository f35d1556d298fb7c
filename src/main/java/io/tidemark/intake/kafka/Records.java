package io.tidemark.intake.kafka;

import io.tidemark.intake.RawRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** Kafka's records as ours. */
final class Records {
    /** What a record takes in memory beside its key and value, roughly. */
    private static final int OVERHEAD = 100;

    private Records() {}

    static List<RawRecord> raw(List<? extends ConsumerRecord<byte[], byte[]>> polled) {
        List<RawRecord> records = new ArrayList<>(polled.size());
        for (var record : polled) {
            records.add(new RawRecord(record.offset(), record.key(), record.value(), headers(record.headers())));
        }
        return records;
    }

    private static List<RawRecord.Header> headers(Headers headers) {
        var each = headers.iterator();
        if (!each.hasNext()) {
            return List.of();
        }
        List<RawRecord.Header> kept = new ArrayList<>();
        each.forEachRemaining(header -> kept.add(new RawRecord.Header(header.key(), header.value())));
        return kept;
    }

    static long bytes(List<? extends ConsumerRecord<byte[], byte[]>> polled) {
        var bytes = 0L;
        for (var record : polled) {
            bytes += OVERHEAD + Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
        }
        return bytes;
    }
}
