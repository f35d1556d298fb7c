package io.tidemark.detect;

import io.tidemark.detect.Versions.Version;
import java.util.Currency;
import java.util.List;

/** Every version of the policy, and which one is in force when. Immutable. */
public final class Policies {
    private final Versions<Policy> versions;

    /** @throws IllegalArgumentException if there is no version, or two have different base currencies */
    public Policies(List<Version<Policy>> versions) {
        this(new Versions<>(versions));
    }

    private Policies(Versions<Policy> versions) {
        if (versions.all().stream().map(Policy::baseCurrency).distinct().count() > 1) {
            throw new IllegalArgumentException("a new version of the policy can't change the base currency");
        }
        this.versions = versions;
    }

    /** A policy that never changes. */
    public static Policies always(Policy policy) {
        return new Policies(Versions.always(policy));
    }

    /** The version that is in force at the event time. */
    public Policy inForceAt(long bookedAtNanos) {
        return versions.inForceAt(bookedAtNanos);
    }

    /** How far back any version's outflow rules look. */
    Reach reach() {
        return versions.all().stream().map(Reach::of).reduce(Reach::andThatOf).orElseThrow();
    }

    /** The bank's, which no version may change: every amount ever kept is in it. */
    public Currency baseCurrency() {
        return versions.all().get(0).baseCurrency();
    }
}
