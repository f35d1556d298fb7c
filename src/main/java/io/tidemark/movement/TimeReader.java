package io.tidemark.movement;

/**
 * Reads an RFC 3339 time into nanoseconds since 1970, see {@link BookingTime}.
 *
 * <p>What RFC 3339 leaves open: date and time are joined by {@code T} or {@code t}, not by a space; digits beyond the
 * nanosecond are cut off; a second 60 is taken for the next second, whichever minute it ends.
 */
final class TimeReader {
    private static final int SECONDS_END = "2026-11-22T10:02:31".length();
    private static final int OFFSET_LENGTH = "+08:00".length();
    private static final int SECONDS_PER_DAY = 86_400;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int DAYS_FROM_YEAR_0_TO_1970 = 719_528;

    private final byte[] bytes;
    private final int from;
    private final int to;

    private TimeReader(Span text) {
        this.bytes = text.bytes();
        this.from = text.from();
        this.to = text.to();
    }

    static long nanos(Span text) throws Malformed {
        return new TimeReader(text).nanos();
    }

    private long nanos() throws Malformed {
        if (to - from <= SECONDS_END) {
            throw badTime();
        }
        int fractionFrom = from + SECONDS_END;
        int fractionTo = fractionEnd(fractionFrom);
        long second = epochDay() * SECONDS_PER_DAY + secondOfDay() - offset(fractionTo);
        return joined(second, fraction(fractionFrom + 1, fractionTo));
    }

    private long epochDay() throws Malformed {
        int year = twoDigits(from, 99) * 100 + twoDigits(from + 2, 99);
        expect(from + 4, '-');
        int month = twoDigits(from + 5, 12);
        expect(from + 7, '-');
        int day = twoDigits(from + 8, 31);
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        if (month == 0 || day == 0 || day > lastDay(month, leap)) {
            throw badTime();
        }
        int leapDay = leap && month > 2 ? 1 : 0;
        return daysBefore(year) + DAYS_BEFORE_MONTH[month - 1] + leapDay + day - 1L;
    }

    private static int lastDay(int month, boolean leap) {
        if (month == 2) {
            return leap ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** The days from 1970 to the first of the year; the year 0 was a leap year. */
    private static int daysBefore(int year) {
        int leapYears = (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400;
        return year * 365 + leapYears - DAYS_FROM_YEAR_0_TO_1970;
    }

    private int secondOfDay() throws Malformed {
        if (bytes[from + 10] != 'T' && bytes[from + 10] != 't') {
            throw badTime();
        }
        expect(from + 13, ':');
        expect(from + 16, ':');
        return twoDigits(from + 11, 23) * 3600 + twoDigits(from + 14, 59) * 60 + twoDigits(from + 17, 60);
    }

    private int fractionEnd(int point) throws Malformed {
        if (bytes[point] != '.') {
            return point;
        }
        int p = point + 1;
        while (p < to && bytes[p] >= '0' && bytes[p] <= '9') {
            p++;
        }
        if (p == point + 1) {
            throw badTime();
        }
        return p;
    }

    private int fraction(int first, int end) {
        int nanos = 0;
        int unit = 100_000_000;
        for (int p = first; p < end && unit > 0; p++, unit /= 10) {
            nanos += (bytes[p] - '0') * unit;
        }
        return nanos;
    }

    private int offset(int at) throws Malformed {
        int length = to - at;
        if (length == 1 && (bytes[at] == 'Z' || bytes[at] == 'z')) {
            return 0;
        }
        if (length != OFFSET_LENGTH || (bytes[at] != '+' && bytes[at] != '-')) {
            throw badTime();
        }
        expect(at + 3, ':');
        int seconds = twoDigits(at + 1, 23) * 3600 + twoDigits(at + 4, 59) * 60;
        return bytes[at] == '-' ? -seconds : seconds;
    }

    private long joined(long second, int nanos) throws Malformed {
        try {
            // Before 1970 the whole second is earlier than the time itself, and the earliest is only just in range.
            return second < 0
                    ? Math.addExact(Math.multiplyExact(second + 1, NANOS_PER_SECOND), nanos - NANOS_PER_SECOND)
                    : Math.addExact(Math.multiplyExact(second, NANOS_PER_SECOND), nanos);
        } catch (ArithmeticException outOfRange) {
            throw new Malformed(
                    MalformedReason.BAD_TIME,
                    Field.BOOKED_AT.path() + " must be from " + BookingTime.EARLIEST + " to " + BookingTime.LATEST);
        }
    }

    private int twoDigits(int at, int highest) throws Malformed {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        int number = tens * 10 + ones;
        if (tens < 0 || ones < 0 || tens > 9 || ones > 9 || number > highest) {
            throw badTime();
        }
        return number;
    }

    private void expect(int at, char expected) throws Malformed {
        if (bytes[at] != expected) {
            throw badTime();
        }
    }

    private static Malformed badTime() {
        return new Malformed(
                MalformedReason.BAD_TIME, Field.BOOKED_AT.path() + " must be an RFC 3339 time with offset");
    }
}
