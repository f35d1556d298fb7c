package io.tidemark.respond;

import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertId;
import io.tidemark.alert.Change;
import io.tidemark.alert.EpisodeEffects;
import io.tidemark.alert.LifeCycle;
import io.tidemark.alert.LifeCycle.Result.Changed;
import io.tidemark.alert.TimelineEntry;
import io.tidemark.route.Plan;
import io.tidemark.route.Roster;
import io.tidemark.route.Routing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One look at an alert: first what it means for the others of its episode, then who is to be told of it. */
final class Attention implements Function<Scene, List<Step>> {
    private static final Duration SOONEST = Duration.ofMinutes(1);

    private final Routing routing;
    private final Roster roster;
    private final Instant now;

    Attention(Routing routing, Roster roster, Instant now) {
        this.routing = routing;
        this.roster = roster;
        this.now = now;
    }

    @Override
    public List<Step> apply(Scene scene) {
        List<Step> steps = new ArrayList<>();
        Map<AlertId, Change> effects = EpisodeEffects.of(scene.alert(), scene.others(), now);
        for (Alert other : scene.others()) {
            @Nullable Change effect = effects.get(other.id());
            if (effect != null) {
                steps.add(affected(other, effect));
            }
        }
        steps.add(routed(scene.alert(), routing.plan(scene.alert(), scene.responsibility(), roster, now)));
        return steps;
    }

    /** The router looks at it at once, to tell whom this concerns. */
    private Step affected(Alert other, Change effect) {
        Mail mail = effect instanceof Change.Recovered ? Mail.noLonger(Unwanted.RESOLVED) : Mail.AS_IT_IS;
        return new Step(other, after(other, effect), List.of(TimelineEntry.of(effect, other)), mail, now);
    }

    private Step routed(Alert alert, Plan plan) {
        List<TimelineEntry> entries = new ArrayList<>();
        Alert before = alert;
        for (Change change : plan.changes()) {
            entries.addAll(
                    change instanceof Change.Told told
                            ? Tellings.entries(told, before, plan.notices())
                            : List.of(TimelineEntry.of(change, before)));
            before = after(before, change);
        }
        Mail mail = new Mail(plan.notices(), plan.replaces() ? Unwanted.REASSIGNED : null);
        return new Step(alert, plan.alert(), entries, mail, lookAgainAt(plan));
    }

    /** Somebody may be told of later, whom the bank has not told us of yet: ever more seldom, the older the alert. */
    private @Nullable Instant lookAgainAt(Plan plan) {
        if (!plan.nobody()) {
            return plan.lookAgainAt();
        }
        Duration age = Duration.between(plan.alert().detectedAt(), now);
        Instant retry = now.plus(age.compareTo(SOONEST) < 0 ? SOONEST : age);
        @Nullable Instant planned = plan.lookAgainAt();
        return planned != null && planned.isBefore(retry) ? planned : retry;
    }

    private static Alert after(Alert alert, Change change) {
        return LifeCycle.after(alert, change) instanceof Changed changed ? changed.alert() : alert;
    }
}
