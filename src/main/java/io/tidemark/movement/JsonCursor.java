package io.tidemark.movement;

/**
 * Walks once over the bytes of a JSON document and accepts nothing but RFC 8259 in well-formed UTF-8, without a byte
 * order mark. It makes no values: what a caller wants to read it remembers as a {@link Token}.
 */
final class JsonCursor {
    /** Deeper documents are refused, so that one record can't exhaust the stack. */
    static final int DEEPEST = 64;

    private static final int END = Integer.MIN_VALUE;

    private final byte[] json;
    private int at;

    JsonCursor(byte[] json) {
        this.json = json;
    }

    int position() {
        return at;
    }

    /** The next byte that is not whitespace; it is not taken. */
    int peek() {
        int p = at;
        while (p < json.length && isWhitespace(json[p])) {
            p++;
        }
        at = p;
        return byteAt(p);
    }

    void take(char expected) throws Malformed {
        if (!takeIf(expected)) {
            throw notJson("'" + expected + "'", at);
        }
    }

    boolean takeIf(char expected) {
        if (peek() != expected) {
            return false;
        }
        at++;
        return true;
    }

    /** Takes {@code expected} if it stands here byte for byte. */
    boolean takeIf(byte[] expected) {
        peek();
        if (!Words.stands(expected, json, at)) {
            return false;
        }
        at += expected.length;
        return true;
    }

    void takeEnd() throws Malformed {
        if (peek() != END) {
            throw notJson("nothing after the object", at);
        }
    }

    /** Any value; {@code depth} is that of the object or array it stands in. */
    long value(int depth) throws Malformed {
        return switch (peek()) {
            case '"' -> string();
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number();
        };
    }

    long string() throws Malformed {
        if (peek() != '"') {
            throw notJson("a string", at);
        }
        int start = at;
        int p = Words.endOfPlain(json, start + 1);
        int notation = byteAt(p) == '"' ? Token.ASCII : restOfString(p);
        if (notation == Token.ASCII) {
            at = p + 1;
        }
        return Token.of(start, at, notation);
    }

    private int restOfString(int from) throws Malformed {
        int notation = Token.ASCII;
        int p = from;
        while (byteAt(p) != '"') {
            if (byteAt(p) == '\\') {
                p = JsonEscapes.end(json, p);
                notation = Token.ESCAPED;
            } else if (p < json.length && json[p] < 0) {
                p = Utf8.end(json, p);
                notation = Math.max(notation, Token.UTF_8);
            } else if (byteAt(p) >= ' ') {
                p++;
            } else {
                throw notJson("a character of a string", p);
            }
        }
        at = p + 1;
        return notation;
    }

    private long object(int depth) throws Malformed {
        int start = enter('{', depth);
        if (!takeIf('}')) {
            do {
                string();
                take(':');
                value(depth);
            } while (takeIf(','));
            take('}');
        }
        return Token.of(start, at, Token.ASCII);
    }

    private long array(int depth) throws Malformed {
        int start = enter('[', depth);
        if (!takeIf(']')) {
            do {
                value(depth);
            } while (takeIf(','));
            take(']');
        }
        return Token.of(start, at, Token.ASCII);
    }

    private int enter(char opening, int depth) throws Malformed {
        take(opening);
        if (depth > DEEPEST) {
            throw notJson("at most " + DEEPEST + " levels", at - 1);
        }
        return at - 1;
    }

    private long literal(String word) throws Malformed {
        int start = at;
        for (int i = 0; i < word.length(); i++) {
            if (byteAt(start + i) != word.charAt(i)) {
                throw notJson(word, start);
            }
        }
        at = start + word.length();
        return Token.of(start, at, Token.ASCII);
    }

    private long number() throws Malformed {
        int start = at;
        int p = byteAt(start) == '-' ? start + 1 : start;
        p = byteAt(p) == '0' ? p + 1 : digits(p);
        int notation = Token.INTEGER;
        if (byteAt(p) == '.') {
            p = digits(p + 1);
            notation = Token.DECIMAL;
        }
        if ((byteAt(p) | 0x20) == 'e') {
            p++;
            p = digits(byteAt(p) == '+' || byteAt(p) == '-' ? p + 1 : p);
            notation = Token.DECIMAL;
        }
        at = p;
        return Token.of(start, p, notation);
    }

    /** The end of at least one digit. */
    private int digits(int from) throws Malformed {
        int p = from;
        while (p < json.length && json[p] >= '0' && json[p] <= '9') {
            p++;
        }
        if (p == from) {
            throw notJson("a value", p);
        }
        return p;
    }

    private int byteAt(int p) {
        return p < json.length ? json[p] : END;
    }

    private static boolean isWhitespace(byte b) {
        return b <= ' ' && (b == ' ' || b == '\n' || b == '\r' || b == '\t');
    }

    static Malformed notJson(String expected, int at) {
        return new Malformed(MalformedReason.NOT_JSON, "expected " + expected + " at byte " + at);
    }
}
