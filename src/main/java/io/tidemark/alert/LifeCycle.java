package io.tidemark.alert;

/** What may become of an alert, and what of it then: pure, and the only place that decides it. */
public final class LifeCycle {
    private LifeCycle() {}

    /** What comes of a change. */
    public sealed interface Result {

        /** The alert as it stands after the change, one version further. */
        record Changed(Alert alert) implements Result {}

        /**
         * The alert stays as it is.
         *
         * @param why a sentence that a person can act on
         */
        record Refused(String why) implements Result {}
    }

    /** Never fails: what is not allowed now, or would change nothing, is {@link Result.Refused}. */
    public static Result after(Alert alert, Change change) {
        if (change instanceof Change.Acknowledged acknowledged) {
            return ByPeople.acknowledged(alert, acknowledged);
        } else if (change instanceof Change.Contacted contacted) {
            return ByPeople.contacted(alert, contacted);
        } else if (change instanceof Change.Resolved resolved) {
            return ended(alert, resolved.outcome());
        } else if (change instanceof Change.Reopened) {
            return ByPeople.reopened(alert);
        } else if (change instanceof Change.Reassigned reassigned) {
            return ByPeople.reassigned(alert, reassigned);
        }
        return byItself(alert, change);
    }

    private static Result byItself(Alert alert, Change change) {
        if (change instanceof Change.HandedOver handedOver) {
            return ByItself.handedOver(alert, handedOver);
        } else if (change instanceof Change.Told told) {
            return ByItself.told(alert, told);
        } else if (change instanceof Change.Escalated escalated) {
            return ByItself.escalated(alert, escalated);
        } else if (change instanceof Change.PromiseLapsed lapsed) {
            return ByItself.lapsed(alert, lapsed.at());
        } else if (change instanceof Change.Worsened) {
            return ByItself.worsened(alert);
        }
        return ended(alert, Outcome.RECOVERED);
    }

    private static Result ended(Alert alert, Outcome outcome) {
        return alert.status() == AlertStatus.RESOLVED
                ? new Result.Refused(
                        "It is resolved already, as " + alert.life().outcome() + "; reopen it first.")
                : changed(alert, Next.after(alert).resolved(outcome));
    }

    static Result changed(Alert alert, Next next) {
        return new Result.Changed(next.of(alert));
    }
}
