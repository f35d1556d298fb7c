package io.tidemark.feed;

import io.tidemark.alert.Alert;
import io.tidemark.bank.BranchId;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.ManagerId;
import io.tidemark.detect.Rule;
import io.tidemark.detect.Severity;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are asked for: AND between the parts, OR within one; an empty part asks for all.
 *
 * @param rules of the leading finding
 * @param severity that or worse
 */
public record Filter(
        Set<Rule> rules, Severity severity, Set<BranchId> branches, Set<ManagerId> managers, Set<ClientId> clients)
        implements Predicate<FeedEvent> {
    public static final Filter ALL = new Filter(Set.of(), Severity.INFO, Set.of(), Set.of(), Set.of());

    public Filter {
        rules = Set.copyOf(rules);
        branches = Set.copyOf(branches);
        managers = Set.copyOf(managers);
        clients = Set.copyOf(clients);
    }

    /** The managers who are shown whatever concerns them: those asked for by name, with nothing else asked. */
    public Set<ManagerId> shownAll() {
        return equals(new Filter(Set.of(), Severity.INFO, Set.of(), managers, Set.of())) ? managers : Set.of();
    }

    @Override
    public boolean test(FeedEvent event) {
        return test(event.alert());
    }

    public boolean test(Alert alert) {
        return alert.severity().atLeast(severity)
                && among(rules, alert.rule())
                && among(branches, alert.branch())
                && among(managers, alert.manager())
                && among(clients, alert.client());
    }

    private static <T> boolean among(Set<T> asked, @Nullable T value) {
        return asked.isEmpty() || (value != null && asked.contains(value));
    }
}
