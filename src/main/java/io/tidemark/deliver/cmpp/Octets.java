package io.tidemark.deliver.cmpp;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Texts in fields of a fixed width, as CMPP writes them: ASCII, filled up with zeros. */
final class Octets {
    private static final char FIRST_VISIBLE = '!';
    private static final char LAST_VISIBLE = '~';

    private Octets() {}

    static void write(ByteBuf out, String text, int width) {
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
        if (octets.length > width) {
            throw new IllegalArgumentException(
                    "A field of " + width + " octets takes no text of " + octets.length + ".");
        }
        out.writeBytes(octets).writeZero(width - octets.length);
    }

    /** Up to the first zero; what is not visible is left out, so that it can stand in a log line. */
    static String read(ByteBuf in, int width) {
        StringBuilder text = new StringBuilder(width);
        ByteBuf field = in.readSlice(width);
        while (field.isReadable()) {
            char character = (char) field.readUnsignedByte();
            if (character == 0) {
                break;
            }
            if (character >= FIRST_VISIBLE && character <= LAST_VISIBLE) {
                text.append(character);
            }
        }
        return text.toString();
    }
}
