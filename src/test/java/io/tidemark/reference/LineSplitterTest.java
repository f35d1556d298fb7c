package io.tidemark.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSplitterTest {
    private static final String MIXED = "one\n\n二三四\r\n𠮷é\nlast";
    private static final List<Line> MIXED_LINES = List.of(
            new Line.Text(1, "one"),
            new Line.Text(2, ""),
            new Line.Text(3, "二三四"),
            new Line.Text(4, "𠮷é"),
            new Line.Text(5, "last"));

    @Test
    void linesAreTheSameWhereverTheBytesAreCut() {
        byte[] bytes = utf8(MIXED);
        for (int first = 0; first <= bytes.length; first++) {
            for (int second = first; second <= bytes.length; second++) {
                assertThat(lines(bytes, first, second)).isEqualTo(MIXED_LINES);
            }
        }
    }

    @Test
    void linesAreTheSameByteByByte() {
        byte[] bytes = utf8(MIXED);
        assertThat(lines(bytes, IntStream.range(1, bytes.length).toArray())).isEqualTo(MIXED_LINES);
    }

    @Test
    void aLastLineMayEndOrNot() {
        assertThat(lines(utf8("a\nb\n"))).isEqualTo(lines(utf8("a\nb")));
        assertThat(lines(utf8("a\r\nb\r\n"))).isEqualTo(lines(utf8("a\nb")));
    }

    @Test
    void nothingHasNoLine() {
        assertThat(lines(new byte[0])).isEmpty();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() {
        assertThat(lines(utf8("\uFEFFa\n\uFEFFb"))).containsExactly(new Line.Text(1, "a"), new Line.Text(2, "\uFEFFb"));
    }

    @Test
    void aLineOfTheLargestLengthIsTaken() {
        assertThat(lines(utf8("x".repeat(LineSplitter.LONGEST) + "\ny"), 100, 70))
                .containsExactly(new Line.Text(1, "x".repeat(LineSplitter.LONGEST)), new Line.Text(2, "y"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, LineSplitter.LONGEST, 5 * LineSplitter.LONGEST})
    void aLineThatIsTooLongIsSkippedToItsEnd(int more) {
        byte[] bytes = utf8(
                "a\n" + "x".repeat(LineSplitter.LONGEST + more) + "\nb\n" + "y".repeat(LineSplitter.LONGEST + more));
        int[] cuts =
                IntStream.range(1, bytes.length / 8_192).map(cut -> cut * 8_192).toArray();
        for (List<Line> lines : List.of(lines(bytes), lines(bytes, cuts))) {
            assertThat(lines)
                    .containsExactly(
                            new Line.Text(1, "a"),
                            new Line.Unreadable(2, "The line is longer than 65536 bytes."),
                            new Line.Text(3, "b"),
                            new Line.Unreadable(4, "The line is longer than 65536 bytes."));
        }
    }

    @Test
    void aLineThatIsNotUtf8IsUnreadableAndTheNextIsNot() {
        byte[] bytes = {'a', (byte) 0xC3, '\n', 'b', '\n', (byte) 0xED, (byte) 0xA0, (byte) 0x80};
        assertThat(lines(bytes))
                .containsExactly(
                        new Line.Unreadable(1, "The line is not UTF-8."),
                        new Line.Text(2, "b"),
                        new Line.Unreadable(3, "The line is not UTF-8."));
    }

    @Test
    void anyBytesHaveLinesAndNoException() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            assertThat(lines(bytes, random.nextInt(300), random.nextInt(300))).isEqualTo(lines(bytes));
        }
    }

    private static List<Line> lines(byte[] bytes, int... cuts) {
        LineSplitter splitter = new LineSplitter();
        List<Line> lines = new ArrayList<>();
        int from = 0;
        for (int cut : IntStream.concat(Arrays.stream(cuts).sorted(), IntStream.of(bytes.length))
                .toArray()) {
            int to = Math.min(cut, bytes.length);
            lines.addAll(splitter.take(ByteBuffer.wrap(bytes, from, to - from).slice()));
            from = to;
        }
        lines.addAll(splitter.rest());
        return lines;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
