package io.tidemark.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.local.SharedStack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayIT {
    private static final int PARTITIONS = 4;

    private final String topic = SharedStack.freshTopic(PARTITIONS);
    private final Replay replay = new Replay(SharedStack.get().kafkaBootstrapServers(), topic);

    @TempDir
    private Path directory;

    @Test
    void everyLineArrivesAsItStandsTheMalformedOnesToo() throws IOException {
        var content = new ByteArrayOutputStream();
        content.writeBytes("{\"clientId\":\"C-1\",\"amount\":  1}\nnot json\n\n{\"clientId\":\"C-2\""
                .getBytes(StandardCharsets.UTF_8));
        content.write('\n');
        content.write(0xff);

        assertThat(publish(content.toByteArray())).isEqualTo(5);

        assertThat(records())
                .extracting(record -> text(record.key()) + " -> " + text(record.value()))
                .containsExactlyInAnyOrder(
                        "C-1 -> {\"clientId\":\"C-1\",\"amount\":  1}",
                        "null -> not json",
                        "null -> ",
                        "C-2 -> {\"clientId\":\"C-2\"",
                        "null -> " + text(new byte[] {(byte) 0xff}));
    }

    @Test
    void everyClientsLinesKeepTheirOrder() throws IOException {
        var lines = IntStream.range(0, 20_000)
                .mapToObj(i -> "{\"clientId\":\"C-" + i % 7 + "\",\"sequence\":" + i + "}")
                .toList();

        assertThat(publish(gzipped(lines))).isEqualTo(lines.size());

        var records = records();
        for (int client = 0; client < 7; client++) {
            var id = "C-" + client;
            assertThat(records.stream().filter(record -> text(record.key()).equals(id)))
                    .extracting(record -> text(record.value()))
                    .containsExactlyElementsOf(lines.stream()
                            .filter(line -> line.contains("\"" + id + "\""))
                            .toList());
        }
    }

    private long publish(byte[] content) throws IOException {
        var file = MovementFile.at(Files.write(directory.resolve("movements"), content));
        return replay.publish(file, new Progress(new PrintStream(OutputStream.nullOutputStream()), false));
    }

    private static byte[] gzipped(List<String> lines) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private List<ConsumerRecord<byte[], byte[]>> records() {
        var settings =
                Map.<String, Object>of("bootstrap.servers", SharedStack.get().kafkaBootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
            return records;
        }
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "null" : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
