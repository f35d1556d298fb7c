package io.tidemark.assets;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a client stands towards one line.
 *
 * @param episode the open one, if any
 * @param nearArmed whether NEAR_LINE may speak
 */
public record LineState(@Nullable Episode episode, boolean nearArmed) {
    /** Nothing open and everything armed: how every client begins, and where nearly all are. */
    public static final LineState AT_REST = new LineState(null, true);

    public boolean isAtRest() {
        return episode == null && nearArmed;
    }

    public LineState with(@Nullable Episode changed) {
        return Objects.equals(changed, episode) ? this : of(changed, nearArmed);
    }

    public LineState withNearArmed(boolean armed) {
        return armed == nearArmed ? this : of(episode, armed);
    }

    private static LineState of(@Nullable Episode episode, boolean nearArmed) {
        return episode == null && nearArmed ? AT_REST : new LineState(episode, nearArmed);
    }
}
