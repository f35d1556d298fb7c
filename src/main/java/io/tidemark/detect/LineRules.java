package io.tidemark.detect;

import io.tidemark.assets.Episode;
import io.tidemark.assets.Line;
import io.tidemark.assets.LineState;
import org.jspecify.annotations.Nullable;

/** The rules that speak of a line: 1 to 3 and 7 to 9 of {@code RULES.md}. At most one of them speaks of one step. */
final class LineRules {
    private LineRules() {}

    static Outcome inspect(Line line, LineState state, Step step) {
        @Nullable Episode open = state.episode();
        Outcome outcome = open == null
                ? outsideEpisode(line, state, step)
                : duringEpisode(line, state, open.seen(line, step.before(), step.after()), step);
        return line.rearmsNear(step.after()) ? outcome.nearArmed() : outcome;
    }

    private static Outcome outsideEpisode(Line line, LineState state, Step step) {
        if (line.falls(step.before(), step.after())) {
            Episode opened = opened(line, step);
            return Outcome.says(opened.tierLost() ? Rule.TIER_LOST : Rule.CRITICAL_BAND, state.with(opened), opened);
        }
        if (state.nearArmed() && line.isClear(step.before()) && line.isNear(step.after())) {
            return Outcome.says(Rule.NEAR_LINE, state.withNearArmed(false), null);
        }
        if (!line.qualifies(step.before()) && line.qualifies(step.after())) {
            return Outcome.says(Rule.QUALIFIED, state, null);
        }
        return Outcome.silent(state);
    }

    private static Episode opened(Line line, Step step) {
        return new Episode(
                step.bookedAtNanos(),
                step.offset(),
                step.cause() == Cause.LEG_EXPIRED,
                step.after(),
                line.depth(step.after()),
                line.isBelowBand(step.after()),
                1);
    }

    private static Outcome duringEpisode(Line line, LineState state, Episode episode, Step step) {
        if (line.isRecovered(step.after())) {
            return Outcome.says(Rule.RECOVERED, state.with(null), episode);
        }
        if (line.isBelowBand(step.after()) && !episode.tierLost()) {
            Episode lost = episode.withTierLost();
            return Outcome.says(Rule.TIER_LOST, state.with(lost), lost);
        }
        if (line.isInBand(step.after()) && !episode.tierLost() && line.depth(step.after()) > episode.level()) {
            Episode deeper = episode.withLevel(line.depth(step.after()));
            return Outcome.says(Rule.BAND_WORSENED, state.with(deeper), deeper);
        }
        return Outcome.silent(state.with(episode));
    }

    /**
     * What a step means for one line.
     *
     * @param rule the one that speaks, if any
     * @param episode the one it speaks of, closed by now if the rule is RECOVERED
     */
    record Outcome(
            @Nullable Rule rule, LineState state, @Nullable Episode episode) {
        static Outcome silent(LineState state) {
            return new Outcome(null, state, null);
        }

        static Outcome says(Rule rule, LineState state, @Nullable Episode episode) {
            return new Outcome(rule, state, episode);
        }

        Outcome nearArmed() {
            return new Outcome(rule, state.withNearArmed(true), episode);
        }
    }
}
