package io.tidemark.respond;

import io.tidemark.alert.Alert;
import io.tidemark.alert.Change;
import io.tidemark.alert.LifeCycle;
import io.tidemark.alert.LifeCycle.Result;
import io.tidemark.alert.TimelineEntry;
import io.tidemark.bank.ManagerId;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Where people say what they do about alerts. */
public final class Desk {
    private final Cases cases;
    private final Rosters rosters;

    public Desk(Cases cases, Rosters rosters) {
        this.cases = cases;
        this.rosters = rosters;
    }

    /** Whether the bank has told of them. */
    public Mono<Boolean> knows(ManagerId person) {
        return rosters.current().map(roster -> roster.person(person) != null);
    }

    /** @param body what the caller is told if it is granted */
    public Mono<Answer> answer(Wish wish, Function<Alert, String> body) {
        return cases.change(wish.alert(), wish.once(), current -> ruling(wish, current, body));
    }

    private static Ruling ruling(Wish wish, Alert current, Function<Alert, String> body) {
        Integer seen = wish.version();
        if (seen != null && seen != current.life().version()) {
            return new Ruling.Refused("It has changed since version " + seen + "; look at it as it is now.");
        }
        Result result = LifeCycle.after(current, wish.change());
        if (result instanceof Result.Changed changed) {
            Step step = step(wish.change(), current, changed.alert());
            Alert after = step.after();
            return new Ruling.Granted(step, new Reply(after.life().version(), body.apply(after)));
        }
        return new Ruling.Refused(((Result.Refused) result).why());
    }

    /** The router looks at it at once: who must be told now, and when it is to be looked at again. */
    private static Step step(Change change, Alert before, Alert after) {
        return new Step(before, after, List.of(TimelineEntry.of(change, before)), mail(change), change.at());
    }

    private static Mail mail(Change change) {
        if (change instanceof Change.Acknowledged || change instanceof Change.Contacted) {
            return Mail.noLonger(Unwanted.ACKNOWLEDGED);
        } else if (change instanceof Change.Resolved) {
            return Mail.noLonger(Unwanted.RESOLVED);
        } else if (change instanceof Change.Reassigned) {
            return Mail.noLonger(Unwanted.REASSIGNED);
        }
        return Mail.AS_IT_IS;
    }
}
