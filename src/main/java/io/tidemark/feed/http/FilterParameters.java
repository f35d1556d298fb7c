package io.tidemark.feed.http;

import io.tidemark.bank.BranchId;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.feed.Filter;
import io.tidemark.web.Parameters;
import io.tidemark.web.Refusal;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The filters that the stream and the pages have in common. */
final class FilterParameters {
    private static final Set<String> NAMES = Set.of("rule", "severity", "branch", "manager", "client");

    private FilterParameters() {}

    static Set<String> and(String... others) {
        Set<String> names = new TreeSet<>(NAMES);
        Collections.addAll(names, others);
        return names;
    }

    /** Of several severities the least severe counts: "that or worse" of either. */
    static Filter filter(Parameters parameters) {
        List<Severity> severities = parameters.all("severity", Severity.class);
        return new Filter(
                Set.copyOf(parameters.all("rule", Rule.class)),
                severities.isEmpty() ? Severity.INFO : Collections.min(severities),
                identities(parameters, "branch", BranchId::new),
                identities(parameters, "manager", ManagerId::new),
                identities(parameters, "client", ClientId::new));
    }

    static ClientId client(String value) {
        return identity("client", value, ClientId::new);
    }

    private static <T> Set<T> identities(Parameters parameters, String name, Function<String, T> type) {
        return parameters.all(name).stream()
                .map(value -> identity(name, value, type))
                .collect(Collectors.toSet());
    }

    private static <T> T identity(String name, String value, Function<String, T> type) {
        try {
            return type.apply(value);
        } catch (IllegalArgumentException tooLong) {
            throw Refusal.badRequest("That is no " + name + ": an id has 1 to 64 characters.");
        }
    }
}
