package io.tidemark.deliver;

import java.util.Arrays;

/** One part of an SMS, as a phone gets it. */
public final class Segment {
    private final byte[] header;
    private final byte[] body;

    Segment(byte[] header, byte[] body) {
        this.header = header;
        this.body = body;
    }

    /** The user data header, its length octet included; empty if the segment stands alone. */
    public byte[] header() {
        return header.clone();
    }

    /** The text: one septet to an octet in the GSM alphabet, UTF-16BE in UCS-2. */
    public byte[] body() {
        return body.clone();
    }

    /** Header and body, one behind the other. */
    public byte[] octets() {
        return behindHeader(body);
    }

    /**
     * Header and body as they go through the air, for the GSM alphabet only: eight septets in seven octets, after as many
     * fill bits behind the header as make the text begin at a septet. The end is not padded: whoever reads it must know
     * the number of septets.
     */
    public byte[] packed() {
        return behindHeader(Gsm7.packed(body, Gsm7.fillBits(header)));
    }

    private byte[] behindHeader(byte[] content) {
        byte[] octets = Arrays.copyOf(header, header.length + content.length);
        System.arraycopy(content, 0, octets, header.length, content.length);
        return octets;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Segment that && Arrays.equals(header, that.header) && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(header) + Arrays.hashCode(body);
    }

    @Override
    public String toString() {
        return "Segment[" + body.length + " octets]";
    }
}
