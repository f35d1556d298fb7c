package io.tidemark.route;

import io.tidemark.detect.Severity;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** When people hear of an alert of this severity, and when they must have answered. */
record Timing(RoutingPolicy policy, Days days, Severity severity, Instant now) {

    /** When the person hears of what is to be said at {@code at}: what is critical breaks through. */
    Instant hears(Person person, Instant at) {
        return severity == Severity.CRITICAL ? at : new Peace(days, policy.quiet(person), person.zone()).over(at);
    }

    /** When whoever, at {@code zone}, hears of it at {@code heard} must have answered; absent if they need not. */
    @Nullable
    Instant answerBy(Instant heard, ZoneId zone) {
        @Nullable AnswerTime answer = policy.answerTime(severity);
        if (answer == null) {
            return null;
        }
        return answer.working()
                ? new WorkingTime(days, policy.working(), zone).after(heard, answer.time())
                : heard.plus(answer.time());
    }
}
