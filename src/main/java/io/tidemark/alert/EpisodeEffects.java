package io.tidemark.alert;

import io.tidemark.detect.Rule;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an alert does to the earlier ones of its episode. */
public final class EpisodeEffects {
    private static final Set<Rule> ABOUT_A_LINE = EnumSet.of(
            Rule.TIER_LOST, Rule.CRITICAL_BAND, Rule.BAND_WORSENED, Rule.NEAR_LINE, Rule.QUALIFIED, Rule.RECOVERED);

    private EpisodeEffects() {}

    /**
     * A worsening takes up again what somebody has taken on or kept; a recovery ends what was only about the line, and
     * leaves alone what speaks of an outflow.
     *
     * @param others may hold {@code fresh} itself, later ones and those of other episodes, which nothing happens to
     * @return only changes that {@link LifeCycle} allows, in the order of {@code others}; none if it was decided before
     */
    public static Map<AlertId, Change> of(Alert fresh, List<Alert> others, Instant now) {
        Map<AlertId, Change> effects = new LinkedHashMap<>();
        for (Alert other : others) {
            @Nullable Change change = isEarlierOfTheSameEpisode(other, fresh) ? change(fresh, other, now) : null;
            if (change != null && LifeCycle.after(other, change) instanceof LifeCycle.Result.Changed) {
                effects.put(other.id(), change);
            }
        }
        return effects;
    }

    private static boolean isEarlierOfTheSameEpisode(Alert other, Alert fresh) {
        @Nullable EpisodeSummary mine = fresh.episode();
        @Nullable EpisodeSummary theirs = other.episode();
        return mine != null
                && theirs != null
                && mine.id().equals(theirs.id())
                && !other.id().equals(fresh.id())
                && !other.detectedAt().isAfter(fresh.detectedAt());
    }

    private static @Nullable Change change(Alert fresh, Alert other, Instant now) {
        if (says(fresh, Rule.BAND_WORSENED) || says(fresh, Rule.TIER_LOST)) {
            return new Change.Worsened(now, fresh.id());
        } else if (says(fresh, Rule.RECOVERED) && isOnlyAboutALine(other)) {
            return new Change.Recovered(now, fresh.id());
        }
        return null;
    }

    private static boolean says(Alert fresh, Rule rule) {
        return fresh.findings().stream()
                .anyMatch(finding -> finding.rule() == rule
                        && !finding.suppressed()
                        && finding.line() != null
                        && finding.line().equals(fresh.line()));
    }

    private static boolean isOnlyAboutALine(Alert alert) {
        return alert.findings().stream().allMatch(finding -> ABOUT_A_LINE.contains(finding.rule()));
    }
}
