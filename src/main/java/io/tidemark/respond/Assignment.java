package io.tidemark.respond;

import io.tidemark.alert.Alert;
import io.tidemark.bank.ManagerId;
import io.tidemark.route.Responsibility;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody has a client in [{@code from}, {@code to}), or from then on. */
public record Assignment(
        ManagerId manager, Instant from, @Nullable Instant to) {

    /**
     * Of those that hold, the one that began last counts. A client of whom the bank has told no assignment at all stays
     * with whoever had them when the alert was raised.
     */
    public static Responsibility responsibility(Alert alert, List<Assignment> ofTheClient, Instant now) {
        if (ofTheClient.isEmpty()) {
            return new Responsibility(alert.life().responsible(), null);
        }
        @Nullable
        Assignment holding = ofTheClient.stream()
                .filter(each -> each.holdsAt(now))
                .max(Comparator.comparing(Assignment::from))
                .orElse(null);
        Stream<Instant> next = ofTheClient.stream().map(Assignment::from).filter(from -> from.isAfter(now));
        Stream<@Nullable Instant> end = Stream.of(holding).map(each -> each == null ? null : each.to());
        return new Responsibility(
                holding == null ? null : holding.manager(),
                Stream.concat(next, end)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    private boolean holdsAt(Instant at) {
        return !at.isBefore(from) && (to == null || at.isBefore(to));
    }
}
