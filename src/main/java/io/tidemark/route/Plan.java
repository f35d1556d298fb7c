package io.tidemark.route;

import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertStatus;
import io.tidemark.alert.Change;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at an alert comes to.
 *
 * @param alert as it stands after the changes
 * @param changes what has become of it, in order; none if it stays as it is
 * @param notices whom to tell from now on, in step {@code alert.life().step()}
 * @param replaces whether what is still pending of earlier steps is no longer wanted: so when the alert begins anew or
 *     has changed hands, never when it goes a level up, as those below should hear of it still
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

    /**
     * Whether somebody should be told, and the roster knows nobody to tell. The alert stays untold; the next look,
     * whenever it is, tries again.
     */
    public boolean nobody() {
        return alert.status() != AlertStatus.RESOLVED && !alert.life().told();
    }
}
