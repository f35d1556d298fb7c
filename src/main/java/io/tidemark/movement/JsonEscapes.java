package io.tidemark.movement;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The escapes of JSON strings. As the grammar has it, {@code \}{@code u} may write half of a surrogate pair: such a
 * string is JSON, and what becomes of it is for the field to say.
 */
final class JsonEscapes {
    private static final String LETTERS = "\"\\/bfnrt";
    private static final String MEANINGS = "\"\\/\b\f\n\r\t";
    private static final int HEX_DIGITS = 4;

    private JsonEscapes() {}

    /** Where the escape that starts with the backslash at {@code at} ends. */
    static int end(byte[] json, int at) throws Malformed {
        int letter = at + 1;
        if (letter < json.length && LETTERS.indexOf(json[letter]) >= 0) {
            return letter + 1;
        }
        if (letter < json.length && json[letter] == 'u' && hexDigits(json, letter + 1)) {
            return letter + 1 + HEX_DIGITS;
        }
        throw JsonCursor.notJson("an escape", at);
    }

    private static boolean hexDigits(byte[] json, int from) {
        if (json.length - from < HEX_DIGITS) {
            return false;
        }
        for (int p = from; p < from + HEX_DIGITS; p++) {
            // Only ASCII digits: Character knows many more, but none of them is a single byte.
            if (json[p] < 0 || Character.digit(json[p], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The characters of a well-formed string, given without its quotes. */
    static String resolved(byte[] json, int from, int to) {
        String raw = new String(json, from, to - from, UTF_8);
        StringBuilder text = new StringBuilder(raw.length());
        int p = 0;
        while (p < raw.length()) {
            char c = raw.charAt(p++);
            if (c != '\\') {
                text.append(c);
            } else if (raw.charAt(p) == 'u') {
                text.append((char) Integer.parseInt(raw, p + 1, p + 1 + HEX_DIGITS, 16));
                p += 1 + HEX_DIGITS;
            } else {
                text.append(MEANINGS.charAt(LETTERS.indexOf(raw.charAt(p++))));
            }
        }
        return text.toString();
    }
}
