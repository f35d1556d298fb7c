package io.tidemark.deliver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The default alphabet of GSM phones (3GPP TS 23.038) with its extension table: one septet to an octet. */
final class Gsm7 {
    private static final byte ESCAPE = 0x1b;
    private static final int SEPTET = 7;

    /** By code; what stands in the place of the escape is no character. */
    private static final String DEFAULT = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final Map<Integer, Character> EXTENSION = Map.of(
            0x0a, '\f', 0x14, '^', 0x28, '{', 0x29, '}', 0x2f, '\\', 0x3c, '[', 0x3d, '~', 0x3e, ']', 0x40, '|', 0x65,
            '€');

    private static final Map<Character, byte[]> CODES = codes();

    private Gsm7() {}

    private static Map<Character, byte[]> codes() {
        Map<Character, byte[]> codes = new HashMap<>();
        for (int code = 0; code < DEFAULT.length(); code++) {
            if (code != ESCAPE) {
                codes.put(DEFAULT.charAt(code), new byte[] {(byte) code});
            }
        }
        EXTENSION.forEach((code, character) -> codes.put(character, new byte[] {ESCAPE, code.byteValue()}));
        return Map.copyOf(codes);
    }

    /** The septets of each character, two where it must be escaped; empty if the alphabet lacks one of them. */
    static Optional<List<byte[]>> characters(String text) {
        List<byte[]> characters = new ArrayList<>(text.length());
        for (int at = 0; at < text.length(); at++) {
            byte[] code = CODES.get(text.charAt(at));
            if (code == null) {
                return Optional.empty();
            }
            characters.add(code);
        }
        return Optional.of(characters);
    }

    /** Eight septets in seven octets, low bits first, after some bits that are left zero. */
    static byte[] packed(byte[] septets, int fillBits) {
        byte[] octets = new byte[(fillBits + septets.length * SEPTET + Byte.SIZE - 1) / Byte.SIZE];
        int bit = fillBits;
        for (byte septet : septets) {
            int shifted = septet << (bit % Byte.SIZE);
            octets[bit / Byte.SIZE] |= (byte) shifted;
            if (bit % Byte.SIZE > 1) {
                octets[bit / Byte.SIZE + 1] |= (byte) (shifted >> Byte.SIZE);
            }
            bit += SEPTET;
        }
        return octets;
    }

    /** How many bits to leave free behind a header, so that the first septet begins where one may. */
    static int fillBits(byte[] header) {
        return Math.floorMod(-header.length * Byte.SIZE, SEPTET);
    }
}
