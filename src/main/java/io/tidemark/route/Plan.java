package io.tidemark.route;

import io.tidemark.alert.Alert;
import io.tidemark.alert.Change;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at an alert comes to.
 *
 * @param alert as it stands after the changes
 * @param changes what has become of it, in order; none if it stays as it is
 * @param notices whom to tell from now on, in step {@code alert.life().step()}; what is still pending of an earlier step
 *     is no longer wanted if {@link #replaces}
 * @param replaces whether the notices take the place of those that are still pending
 * @param lookAgainAt when to look again, unless something happens before; absent if only something that happens matters
 */
public record Plan(
        Alert alert,
        List<Change> changes,
        List<Notice> notices,
        boolean replaces,
        @Nullable Instant lookAgainAt) {
    public Plan {
        changes = List.copyOf(changes);
        notices = List.copyOf(notices);
    }
}
