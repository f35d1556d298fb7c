package io.tidemark.route;

import io.tidemark.alert.Alert;
import java.time.Instant;

/** Decides who hears of an alert, when and by which channel, and who if nobody answers: pure, by the bank's policy. */
public final class Routing {
    private final RoutingPolicy policy;

    public Routing(RoutingPolicy policy) {
        this.policy = policy;
    }

    /**
     * What is to be done about the alert now. May be asked at any moment, best when {@link Plan#lookAgainAt} has come or
     * something has happened; asked again at once about the plan's alert it finds nothing more to do. Never fails.
     */
    public Plan plan(Alert alert, Responsibility responsibility, Roster roster, Instant now) {
        return new Look(policy, roster, alert, now)
                .whatWasPromised()
                .whoIsResponsible(responsibility)
                .whoHasAnswered()
                .whoIsToBeTold()
                .plan(responsibility.until());
    }
}
