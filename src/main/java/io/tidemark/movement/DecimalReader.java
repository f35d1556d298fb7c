package io.tidemark.movement;

/**
 * Reads a decimal straight into minor units, exactly, without a {@code BigDecimal} in between.
 *
 * <p>The number of its fraction digits is that of the decimal as it is written, less its exponent: {@code 1.50e1} has
 * one. Most significant digits and exponents may be of any length; they cost no more than reading them.
 */
final class DecimalReader {
    private static final long TOO_LARGE = -1;

    /** Beyond every exponent that makes a difference: no record has as many digits. */
    private static final long HIGHEST_EXPONENT = 1L << 40;

    private final Field field;
    private final Span text;
    private final int wholeFrom;
    private final int wholeTo;
    private final int fractionFrom;
    private final int fractionTo;

    private DecimalReader(Field field, Span text) {
        this.field = field;
        this.text = text;
        this.wholeFrom = startsWith('-', text.from()) ? text.from() + 1 : text.from();
        this.wholeTo = afterDigits(wholeFrom);
        this.fractionFrom = startsWith('.', wholeTo) ? wholeTo + 1 : wholeTo;
        this.fractionTo = fractionFrom > wholeTo ? afterDigits(fractionFrom) : wholeTo;
    }

    /** Reads a JSON number, exponent and all. */
    static long number(Field field, Span wellFormed, int fractionDigits) throws Malformed {
        DecimalReader decimal = new DecimalReader(field, wellFormed);
        return decimal.minorUnits(fractionDigits, decimal.exponent());
    }

    /** Reads what a string says: digits, perhaps with a minus before them and a fraction of at least one digit. */
    static long string(Field field, Span text, int fractionDigits) throws Malformed {
        DecimalReader decimal = new DecimalReader(field, text);
        if (!decimal.isPlain()) {
            throw new Malformed(MalformedReason.WRONG_TYPE, field.path() + " must be a decimal");
        }
        return decimal.minorUnits(fractionDigits, 0);
    }

    private boolean isPlain() {
        boolean noBarePoint = fractionFrom == wholeTo || fractionTo > fractionFrom;
        return wholeTo > wholeFrom && noBarePoint && fractionTo == text.to();
    }

    private long minorUnits(int fractionDigits, long exponent) throws Malformed {
        long zeros = fractionDigits - (fractionTo - fractionFrom - exponent);
        if (zeros < 0) {
            throw new Malformed(MalformedReason.TOO_MANY_FRACTION_DIGITS, field.path() + " may have " + fractionDigits);
        }
        long magnitude = withZeros(withDigits(withDigits(0, wholeFrom, wholeTo), fractionFrom, fractionTo), zeros);
        if (magnitude == TOO_LARGE) {
            throw new Malformed(MalformedReason.VALUE_TOO_LARGE, field.path() + " must fit a long of minor units");
        }
        return wholeFrom > text.from() ? -magnitude : magnitude;
    }

    private long withDigits(long leading, int from, int to) {
        long value = leading;
        for (int p = from; p < to && value != TOO_LARGE; p++) {
            value = withDigit(value, text.bytes()[p] - '0');
        }
        return value;
    }

    private static long withZeros(long leading, long zeros) {
        long value = leading;
        for (long left = zeros; left > 0 && value > 0; left--) {
            value = withDigit(value, 0);
        }
        return value;
    }

    private static long withDigit(long leading, int digit) {
        return leading > (Long.MAX_VALUE - digit) / 10 ? TOO_LARGE : leading * 10 + digit;
    }

    private long exponent() {
        if (fractionTo == text.to()) {
            return 0;
        }
        int sign = fractionTo + 1;
        boolean negative = startsWith('-', sign);
        long exponent = 0;
        for (int p = negative || startsWith('+', sign) ? sign + 1 : sign; p < text.to(); p++) {
            exponent = Math.min(HIGHEST_EXPONENT, exponent * 10 + text.bytes()[p] - '0');
        }
        return negative ? -exponent : exponent;
    }

    private boolean startsWith(char expected, int at) {
        return at < text.to() && text.bytes()[at] == expected;
    }

    private int afterDigits(int from) {
        int p = from;
        while (p < text.to() && text.bytes()[p] >= '0' && text.bytes()[p] <= '9') {
            p++;
        }
        return p;
    }
}
