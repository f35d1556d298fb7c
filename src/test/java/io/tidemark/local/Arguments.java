package io.tidemark.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;

/** The command line: what it says wins over what the local stack would set. */
final class Arguments {
    private final ApplicationArguments given;

    Arguments(String... given) {
        this.given = new DefaultApplicationArguments(given);
    }

    Optional<String> value(String name) {
        var values = given.getOptionValues(name);
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /** Also where Spring Boot would look besides the command line. */
    Optional<String> valueAnywhere(String name) {
        var variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
        return value(name)
                .or(() -> Optional.ofNullable(System.getProperty(name)))
                .or(() -> Optional.ofNullable(System.getenv(variable)));
    }

    /** @throws CannotStart if it is not a positive number */
    double positive(String name, double otherwise) {
        var value = value(name);
        try {
            var number = value.map(Double::parseDouble).orElse(otherwise);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw notPositive(name, value.orElseThrow(), noNumber);
        }
        throw notPositive(name, value.orElseThrow(), null);
    }

    private static CannotStart notPositive(String name, String value, @Nullable Throwable cause) {
        return new CannotStart(
                "--" + name + "=" + value + " is not a positive number: give one, or leave it out.", cause);
    }

    Arguments without(String name) {
        return new Arguments(Arrays.stream(given.getSourceArgs())
                .filter(argument -> !argument.equals("--" + name) && !argument.startsWith("--" + name + "="))
                .toArray(String[]::new));
    }

    String[] completedBy(Map<String, String> settings) {
        var all = new ArrayList<>(List.of(given.getSourceArgs()));
        settings.forEach((name, value) -> {
            if (!given.containsOption(name)) {
                all.add("--" + name + "=" + value);
            }
        });
        return all.toArray(String[]::new);
    }
}
