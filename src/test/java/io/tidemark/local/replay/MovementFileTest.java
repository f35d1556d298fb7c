package io.tidemark.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidemark.local.CannotStart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovementFileTest {
    @TempDir
    private Path directory;

    @Test
    void linesAreWhatStandsBetweenLineFeeds() throws IOException {
        assertThat(lines("one\n\ntwo\r\n three".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("one", "", "two\r", " three");
    }

    @Test
    void aLineFeedAtTheEndBeginsNoLine() throws IOException {
        assertThat(lines("one\n".getBytes(StandardCharsets.UTF_8))).containsExactly("one");
        assertThat(lines(new byte[0])).isEmpty();
    }

    @Test
    void bytesThatAreNoTextStayAsTheyAre() throws IOException {
        var bytes = new byte[] {(byte) 0xff, 0, (byte) 0xc3, '\n', 'x'};

        assertThat(lines(bytes)).containsExactly(latin1(new byte[] {(byte) 0xff, 0, (byte) 0xc3}), "x");
    }

    @Test
    void aLineMayBeLongerThanAnyBuffer() throws IOException {
        var line = "x".repeat(300_000);

        assertThat(lines((line + "\n" + line).getBytes(StandardCharsets.UTF_8))).containsExactly(line, line);
    }

    @Test
    void gzipIsKnownByItsContentNotByItsName() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("one\ntwo\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(lines(packed.toByteArray())).containsExactly("one", "two");
    }

    @Test
    void aMissingFileIsOneSentenceThatNamesIt() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> MovementFile.at(directory.resolve("nowhere.ndjson")))
                .withMessageContaining("nowhere.ndjson")
                .withMessageContaining("--tidemark.replay.file");
    }

    @Test
    void aDamagedGzipIsOneSentenceThatNamesIt() throws IOException {
        var file = Files.write(directory.resolve("damaged"), new byte[] {0x1f, (byte) 0x8b, 7, 7});

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> MovementFile.at(file))
                .withMessageContaining("damaged");
    }

    private List<String> lines(byte[] content) throws IOException {
        var file = MovementFile.at(Files.write(directory.resolve("movements"), content));
        var all = new ArrayList<String>();
        try (var lines = file.open()) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                all.add(latin1(line));
            }
        }
        return all;
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
