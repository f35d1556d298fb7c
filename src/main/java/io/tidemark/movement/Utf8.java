package io.tidemark.movement;

/** Characters beyond ASCII as RFC 3629 allows them: the shortest form only, no surrogates, nothing above U+10FFFF. */
final class Utf8 {
    private Utf8() {}

    /** Where the character that starts at {@code at} ends. */
    static int end(byte[] json, int at) throws Malformed {
        int lead = json[at] & 0xFF;
        return switch (lead) {
            case 0xE0 -> continued(json, at, 2, 0xA0, 0xBF);
            case 0xED -> continued(json, at, 2, 0x80, 0x9F);
            case 0xF0 -> continued(json, at, 3, 0x90, 0xBF);
            case 0xF4 -> continued(json, at, 3, 0x80, 0x8F);
            default -> continued(json, at, continuations(lead, at), 0x80, 0xBF);
        };
    }

    private static int continuations(int lead, int at) throws Malformed {
        if (lead >= 0xC2 && lead <= 0xDF) {
            return 1;
        }
        if (lead >= 0xE1 && lead <= 0xEF) {
            return 2;
        }
        if (lead >= 0xF1 && lead <= 0xF3) {
            return 3;
        }
        throw notUtf8(at);
    }

    /** Overlong forms, surrogates and what is too high all show in the first continuation byte. */
    private static int continued(byte[] json, int at, int count, int lowestFirst, int highestFirst) throws Malformed {
        if (json.length - at <= count) {
            throw notUtf8(at);
        }
        int first = json[at + 1] & 0xFF;
        if (first < lowestFirst || first > highestFirst) {
            throw notUtf8(at);
        }
        for (int p = at + 2; p <= at + count; p++) {
            if ((json[p] & 0xC0) != 0x80) {
                throw notUtf8(at);
            }
        }
        return at + count + 1;
    }

    private static Malformed notUtf8(int at) {
        return JsonCursor.notJson("UTF-8", at);
    }
}
