package io.tidemark.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A query's parameters, of which none is silently ignored: a misspelt filter would show what nobody asked for. */
public final class Parameters {
    private static final int LONGEST = 200;

    private final MultiValueMap<String, String> given;

    private Parameters(MultiValueMap<String, String> given) {
        this.given = given;
    }

    /** @throws Refusal if there is one that is not known */
    public static Parameters of(MultiValueMap<String, String> given, Set<String> known) {
        if (!known.containsAll(given.keySet())) {
            throw Refusal.badRequest("There is a parameter that is not known here; known are "
                    + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        return new Parameters(given);
    }

    /** @throws Refusal if one is empty or too long */
    public List<String> all(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.stream().anyMatch(value -> value == null || value.isBlank() || value.length() > LONGEST)) {
            throw Refusal.badRequest("The parameter " + name + " is empty or longer than " + LONGEST
                    + " characters; give it a value or leave it out.");
        }
        return values;
    }

    /** @throws Refusal if it is there more than once */
    public @Nullable String one(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw Refusal.badRequest("The parameter " + name + " is there more than once; give it once.");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /** @throws Refusal if one is no such constant */
    public <E extends Enum<E>> List<E> all(String name, Class<E> type) {
        return all(name).stream().map(value -> constant(name, value, type)).toList();
    }

    private static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.name().equals(value))
                .findAny()
                .orElseThrow(() -> Refusal.badRequest("There is no such " + name + "; allowed are "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))
                        + ", one per parameter, which may be repeated."));
    }
}
