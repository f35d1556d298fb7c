package io.tidemark.web;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** Which addresses belong to the public internet, by the registries of special-purpose addresses (RFC 6890). */
final class Addresses {
    private Addresses() {}

    static boolean mayBeCalled(InetAddress address, boolean loopbackAllowed) {
        return address.isLoopbackAddress() ? loopbackAllowed : isPublic(address);
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublic6(bytes) : address instanceof Inet4Address && isPublic4(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean special =
                switch (first) {
                    case 0, 10, 127 -> true;
                    case 100 -> second >= 64 && second < 128;
                    case 169 -> second == 254;
                    case 172 -> second >= 16 && second < 32;
                    // 192.0.0.0/24, 192.0.2.0/24 and 192.168.0.0/16
                    case 192 -> second == 168 || (second == 0 && (bytes[2] == 0 || bytes[2] == 2));
                    case 198 -> second == 18 || second == 19 || (second == 51 && bytes[2] == 100);
                    case 203 -> second == 0 && bytes[2] == 113;
                    default -> first >= 224;
                };
        return !special;
    }

    /** What is global unicast and neither a tunnel's (6to4, Teredo), whose inner address could be private, nor a paper's. */
    private static boolean isPublic6(byte[] bytes) {
        boolean globalUnicast = (bytes[0] & 0xe0) == 0x20;
        return globalUnicast
                && !startsWith(bytes, 0x20, 0x02)
                && !startsWith(bytes, 0x20, 0x01, 0, 0)
                && !startsWith(bytes, 0x20, 0x01, 0x0d, 0xb8);
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        byte[] start = new byte[prefix.length];
        for (int i = 0; i < prefix.length; i++) {
            start[i] = (byte) prefix[i];
        }
        return Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
