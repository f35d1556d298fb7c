package io.tidemark.route;

import io.tidemark.bank.ManagerId;
import java.time.Instant;

/** Somebody is away in [{@code from}, {@code to}), and somebody else stands in. */
public record Absence(ManagerId of, Instant from, Instant to, ManagerId delegate) {
    public Absence {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("an absence ends after it begins");
        }
        if (of.equals(delegate)) {
            throw new IllegalArgumentException("nobody stands in for themselves");
        }
    }

    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
