package io.tidemark.respond;

import io.tidemark.alert.Alert;
import io.tidemark.alert.Life;
import io.tidemark.alert.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one alert at once. What nobody outside can see of it makes no new version and no event.
 *
 * @param lookAgainAt when the router must look at it, unless something happens before
 */
public record Step(
        Alert before,
        Alert after,
        List<TimelineEntry> entries,
        Mail mail,
        @Nullable Instant lookAgainAt) {

    public Step {
        entries = List.copyOf(entries);
        if (!seenToDiffer(before, after)) {
            after = after.with(sameVersion(after.life(), before.life().version()));
        }
    }

    /** Whether there is something to tell on the feed. */
    public boolean visible() {
        return seenToDiffer(before, after);
    }

    private static boolean seenToDiffer(Alert before, Alert after) {
        Life then = before.life();
        Life now = after.life();
        return then.status() != now.status()
                || then.level() != now.level()
                || then.outcome() != now.outcome()
                || !Objects.equals(then.promise(), now.promise())
                || !Objects.equals(then.acknowledgedBy(), now.acknowledgedBy())
                || !Objects.equals(before.manager(), after.manager());
    }

    private static Life sameVersion(Life life, int version) {
        return new Life(
                version,
                life.status(),
                life.responsible(),
                life.level(),
                life.step(),
                life.told(),
                life.answerBy(),
                life.acknowledgedBy(),
                life.promise(),
                life.outcome());
    }
}
