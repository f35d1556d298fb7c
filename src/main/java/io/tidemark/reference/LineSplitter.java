package io.tidemark.reference;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes lines of bytes as they come, wherever they are cut. Holds {@link #LONGEST} bytes at most. */
final class LineSplitter {
    static final int LONGEST = 64 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private byte[] begun = new byte[256];
    private int length;
    private boolean tooLong;
    private long number = 1;

    /** The lines that end in these bytes. */
    List<Line> take(ByteBuffer bytes) {
        List<Line> lines = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int end = indexOfLineFeed(bytes);
            append(bytes, (end < 0 ? bytes.limit() : end) - bytes.position());
            if (end >= 0) {
                bytes.position(end + 1);
                lines.add(line());
            }
        }
        return lines;
    }

    /** The last line, if nothing ended it. */
    List<Line> rest() {
        return length > 0 || tooLong ? List.of(line()) : List.of();
    }

    private static int indexOfLineFeed(ByteBuffer bytes) {
        for (int at = bytes.position(); at < bytes.limit(); at++) {
            if (bytes.get(at) == '\n') {
                return at;
            }
        }
        return -1;
    }

    private void append(ByteBuffer bytes, int count) {
        if (tooLong || length + count > LONGEST) {
            tooLong = true;
            length = 0;
            bytes.position(bytes.position() + count);
            return;
        }
        if (length + count > begun.length) {
            begun = Arrays.copyOf(begun, Math.min(LONGEST, Math.max(length + count, 2 * begun.length)));
        }
        bytes.get(begun, length, count);
        length += count;
    }

    private Line line() {
        Line line = tooLong ? new Line.Unreadable(number, "The line is longer than " + LONGEST + " bytes.") : decoded();
        number++;
        length = 0;
        tooLong = false;
        return line;
    }

    private Line decoded() {
        int end = length > 0 && begun[length - 1] == '\r' ? length - 1 : length;
        try {
            CharBuffer text = utf8.decode(ByteBuffer.wrap(begun, 0, end));
            return new Line.Text(number, number == 1 ? withoutMark(text.toString()) : text.toString());
        } catch (CharacterCodingException malformed) {
            return new Line.Unreadable(number, "The line is not UTF-8.");
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
