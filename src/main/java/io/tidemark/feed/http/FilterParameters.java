package io.tidemark.feed.http;

import io.tidemark.bank.ClientId;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import io.tidemark.feed.Filter;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
                Set.copyOf(parameters.all("branch")),
                Set.copyOf(parameters.all("manager")),
                parameters.all("client").stream().map(FilterParameters::client).collect(Collectors.toSet()));
    }

    static ClientId client(String value) {
        try {
            return new ClientId(value);
        } catch (IllegalArgumentException tooLong) {
            throw Refusal.badRequest("That is no client: an id has 1 to 64 characters.");
        }
    }
}
