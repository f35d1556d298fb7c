package io.tidemark.reference;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a field's text must be, and how it is kept. */
final class Values {
    private static final Pattern MOBILE = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern TIME = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME_OF_DAY = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,12})?");
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");
    /** Decimals are at most this long either way; it keeps 1e999999999 from being written out. */
    private static final int LARGEST_SCALE = 100;

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private Values() {}

    static String text(String name, String value, int longest) {
        if (value.length() > longest) {
            throw new Rejection(name + " is longer than " + longest + " characters.");
        }
        for (int at = 0; at < value.length(); at++) {
            if (Character.isISOControl(value.charAt(at)) || isHalf(value, at)) {
                throw new Rejection(name + " has a character that can't be kept, at its position " + (at + 1) + ".");
            }
        }
        return value;
    }

    /** Of a pair of surrogates. */
    private static boolean isHalf(String value, int at) {
        char here = value.charAt(at);
        if (Character.isHighSurrogate(here)) {
            return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
        }
        return Character.isLowSurrogate(here) && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
    }

    static String locale(String name, String value) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(value).build();
            if (!locale.getLanguage().isEmpty()) {
                return text(name, locale.toLanguageTag(), 64);
            }
        } catch (IllformedLocaleException illformed) {
            // Said below.
        }
        throw new Rejection(name + " must be a language tag as of BCP 47, such as zh-CN or en.");
    }

    static String zone(String name, String value) {
        if (!ZONES.contains(value)) {
            throw new Rejection(name + " must be a time zone of IANA, such as Asia/Shanghai.");
        }
        return value;
    }

    static String mobile(String name, String value) {
        if (!MOBILE.matcher(value).matches()) {
            throw new Rejection(name + " must be a number in international form, as +8613800000000.");
        }
        return value;
    }

    /** In microseconds, as it is kept. */
    static Instant time(String name, String value) {
        try {
            if (TIME.matcher(value).matches()) {
                Instant time = OffsetDateTime.parse(value.toUpperCase(Locale.ROOT))
                        .toInstant()
                        .truncatedTo(ChronoUnit.MICROS);
                if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                    return time;
                }
            }
        } catch (DateTimeException noSuchTime) {
            // Said below.
        }
        throw new Rejection(name + " must be a time as of RFC 3339, such as 2026-11-22T10:00:00+08:00.");
    }

    static LocalDate day(String name, String value) {
        try {
            if (DAY.matcher(value).matches() && !value.startsWith("0000")) {
                return LocalDate.parse(value);
            }
        } catch (DateTimeException noSuchDay) {
            // Said below.
        }
        throw new Rejection(name + " must be a day, such as 2026-10-01.");
    }

    static LocalTime timeOfDay(String name, String value) {
        if (!TIME_OF_DAY.matcher(value).matches()) {
            throw new Rejection(name + " must be a time of the day, such as 22:00.");
        }
        return LocalTime.parse(value);
    }

    static String currency(String name, String value) {
        try {
            Currency currency = Currency.getInstance(value);
            // Gold, for one, is a currency of ISO 4217, but nobody has agreed on a cent of it.
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency.getCurrencyCode();
            }
        } catch (IllegalArgumentException unknown) {
            // Said below.
        }
        throw new Rejection(name + " must be a currency of ISO 4217, such as USD.");
    }

    static String plain(String name, BigDecimal number) {
        if (Math.abs(number.scale()) > LARGEST_SCALE || number.precision() > LARGEST_SCALE) {
            throw notPositiveDecimal(name);
        }
        return number.toPlainString();
    }

    static String positiveDecimal(String name, String value) {
        if (!DECIMAL.matcher(value).matches() || new BigDecimal(value).signum() == 0) {
            throw notPositiveDecimal(name);
        }
        return new BigDecimal(value).stripTrailingZeros().toPlainString();
    }

    private static Rejection notPositiveDecimal(String name) {
        return new Rejection(
                name + " must be a positive decimal with at most 12 digits before and 12 after the point.");
    }
}
