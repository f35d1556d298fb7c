package io.tidemark.deliver;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A text as the segments of one SMS: in the GSM alphabet if it has all the characters (160 septets in one segment, 153
 * in each of several), in UCS-2 otherwise (70 and 67 units of 16 bits). Joining the bodies gives the text. A segment
 * never ends within a surrogate pair or an escape, so each can be read alone. What is longer than the most segments
 * allowed ends in an ellipsis instead: {@code …} in UCS-2, {@code ...} in the GSM alphabet, which has no other.
 *
 * @param encoding of all the bodies
 * @param parts in order, at least one
 */
public record Segments(Encoding encoding, List<Segment> parts) {
    /** How many segments at most, unless said otherwise. */
    public static final int MOST = 10;

    private static final int MOST_OF_ALL = 255;

    /** How the octets of a body are to be read. */
    public enum Encoding {
        /** The default alphabet with its extension, one septet to an octet. */
        GSM_7(0, 160, 153, "..."),
        /** UTF-16, big-endian. */
        UCS_2(8, 140, 134, "…");

        private final int dataCoding;
        private final int alone;
        private final int together;
        private final String ellipsis;

        Encoding(int dataCoding, int alone, int together, String ellipsis) {
            this.dataCoding = dataCoding;
            this.alone = alone;
            this.together = together;
            this.ellipsis = ellipsis;
        }

        /** What {@code data_coding} of SMPP and {@code Msg_Fmt} of CMPP call it. */
        public int dataCoding() {
            return dataCoding;
        }

        private List<byte[]> ellipsis() {
            return this == GSM_7 ? Gsm7.characters(ellipsis).orElseThrow() : ucs2Characters(ellipsis);
        }
    }

    public Segments {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.size() > MOST_OF_ALL) {
            throw new IllegalArgumentException("A message has 1 to 255 segments, not " + parts.size() + ".");
        }
    }

    /** @param reference tells apart the messages one phone is receiving at a time; its lowest 8 bits are used */
    public static Segments of(String text, int reference) {
        return of(text, reference, MOST);
    }

    /** @param most how many segments at most, 1 to 255 */
    public static Segments of(String text, int reference, int most) {
        return Gsm7.characters(text)
                .map(characters -> divided(Encoding.GSM_7, characters, reference, most))
                .orElseGet(() -> ucs2(text, reference, most));
    }

    /** As {@link #of(String, int)}, but in UCS-2 whatever the text. */
    public static Segments ucs2(String text, int reference) {
        return ucs2(text, reference, MOST);
    }

    /** As {@link #of(String, int, int)}, but in UCS-2 whatever the text. */
    public static Segments ucs2(String text, int reference, int most) {
        return divided(Encoding.UCS_2, ucs2Characters(text), reference, most);
    }

    private static List<byte[]> ucs2Characters(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(character -> character.getBytes(StandardCharsets.UTF_16BE))
                .toList();
    }

    private static Segments divided(Encoding encoding, List<byte[]> characters, int reference, int most) {
        if (most < 1 || most > MOST_OF_ALL) {
            throw new IllegalArgumentException("A message has 1 to 255 segments, not " + most + ".");
        }
        boolean alone = most == 1 || Bodies.length(characters) <= encoding.alone;
        List<byte[]> bodies =
                Bodies.of(characters, encoding.ellipsis(), alone ? encoding.alone : encoding.together, most);
        return new Segments(
                encoding,
                IntStream.range(0, bodies.size())
                        .mapToObj(at -> new Segment(header(reference, bodies.size(), at + 1), bodies.get(at)))
                        .toList());
    }

    /** Six octets: the length of the rest, concatenation with an 8-bit reference and its length, of how many, which. */
    private static byte[] header(int reference, int of, int number) {
        return of == 1 ? new byte[0] : new byte[] {5, 0, 3, (byte) reference, (byte) of, (byte) number};
    }
}
