package io.tidemark.reference;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one line. An optional field that is absent, null or empty is absent; whatever is wrong is a {@link
 * Rejection} that names the field.
 */
public final class Fields {
    /** Stands for an object or an array. */
    public static final Object NESTED = new Object();

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_TEXT = 200;

    private final Map<String, @Nullable Object> values;

    /** @param values texts, {@link BigDecimal}s, {@link Boolean}s, nulls and {@link #NESTED} */
    public Fields(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    String id(String name) {
        return required(name, optionalId(name));
    }

    @Nullable
    String optionalId(String name) {
        return upTo(LONGEST_ID, name);
    }

    /** Null must be written: leaving it out could be a mistake. */
    @Nullable
    String idOrNull(String name) {
        if (!values.containsKey(name)) {
            throw new Rejection(name + " is missing; write null for nobody.");
        }
        return values.get(name) == null ? null : id(name);
    }

    String text(String name) {
        return required(name, optionalText(name));
    }

    @Nullable
    String optionalText(String name) {
        return upTo(LONGEST_TEXT, name);
    }

    @Nullable
    String optionalLocale(String name) {
        @Nullable String value = string(name);
        return value == null ? null : Values.locale(name, value);
    }

    @Nullable
    String optionalZone(String name) {
        @Nullable String value = string(name);
        return value == null ? null : Values.zone(name, value);
    }

    @Nullable
    String optionalMobile(String name) {
        @Nullable String value = string(name);
        return value == null ? null : Values.mobile(name, value);
    }

    /** @param alias what the field may be called as well */
    @Nullable
    Instant optionalTime(String name, String alias) {
        @Nullable String value = string(name);
        if (value != null) {
            return Values.time(name, value);
        }
        @Nullable String other = string(alias);
        return other == null ? null : Values.time(alias, other);
    }

    Instant time(String name) {
        return Values.time(name, required(name, string(name)));
    }

    LocalTime timeOfDay(String name) {
        return Values.timeOfDay(name, required(name, string(name)));
    }

    LocalDate day(String name) {
        return Values.day(name, required(name, string(name)));
    }

    String currency(String name) {
        return Values.currency(name, required(name, string(name)));
    }

    String positiveDecimal(String name) {
        @Nullable Object value = values.get(name);
        return Values.positiveDecimal(
                name, value instanceof BigDecimal number ? Values.plain(name, number) : required(name, string(name)));
    }

    /** False if it is absent. */
    boolean flag(String name) {
        @Nullable Object value = values.get(name);
        if (value != null && !(value instanceof Boolean)) {
            throw new Rejection(name + " must be true or false.");
        }
        return Boolean.TRUE.equals(value);
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        String value = required(name, string(name));
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(value))
                .findAny()
                .orElseThrow(() -> new Rejection(name + " must be one of "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))
                        + "."));
    }

    private @Nullable String upTo(int longest, String name) {
        @Nullable String value = string(name);
        return value == null ? null : Values.text(name, value, longest);
    }

    private @Nullable String string(String name) {
        @Nullable Object value = values.get(name);
        if (value != null && !(value instanceof String)) {
            throw new Rejection(name + " must be a text in quotation marks.");
        }
        return value instanceof String text && !text.isEmpty() ? text : null;
    }

    private static String required(String name, @Nullable String value) {
        if (value == null) {
            throw new Rejection(name + " is missing.");
        }
        return value;
    }
}
